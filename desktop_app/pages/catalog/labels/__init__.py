"""Labels of the products that are selected: how they are, what they look like, and the printer."""
