"""Tags of products, and what a tag may be called."""
