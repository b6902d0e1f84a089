"""How a product's stock came to what it is."""
