"""Barcodes: every way in which a number of trade goods is printed, scanned or written, to one form."""
