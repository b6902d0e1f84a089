"""Examples for products that nobody has photographed in the shop, drawn from catalog photos."""
