"""One product, opened."""
