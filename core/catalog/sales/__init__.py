"""Receipts, their lines and customers, as the catalog holds them."""
