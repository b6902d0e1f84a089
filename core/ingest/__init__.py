"""The write path: products and photos into the catalog, their vectors into the catalog and the index."""
