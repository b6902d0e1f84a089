"""The photos that lessons learn from: those of products, those that nobody labelled."""
