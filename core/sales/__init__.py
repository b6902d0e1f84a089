"""Receipts of the shop's tills: what a file says of them, stored as sales, and taken back."""
