"""The demo shop: products drawn by the program itself, so that a fresh clone has something to search."""
