"""The product ranges of the demo shop, one file a category."""
