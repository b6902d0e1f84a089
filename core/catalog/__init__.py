"""The shop's only truth: products, photos, vectors, stock and tags in one SQLite file."""
