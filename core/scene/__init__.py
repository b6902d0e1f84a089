"""Pictures with several products: what is where in them."""
