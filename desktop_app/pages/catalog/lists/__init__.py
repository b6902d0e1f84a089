"""The catalog as a table or grid of products, read as it is seen."""
