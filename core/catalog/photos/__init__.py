"""Photos of products, and the vectors that were made of them."""
