"""Receipts of a till into the shop: what is in the file, what would come in, the import."""
