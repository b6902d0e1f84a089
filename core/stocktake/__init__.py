"""Counting the stock: what is held in front of the webcam, scanned or typed, against the books."""
