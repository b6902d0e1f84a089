"""What goes with a product, what can stand in for it, and what a customer may want."""
