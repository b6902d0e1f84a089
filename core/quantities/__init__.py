"""How much there is of a product: exact quantities and the units that they are counted in."""
