"""Products as they are stored: their fields, their barcodes, the next free SKU."""
