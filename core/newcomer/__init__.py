"""A product that the shop does not have yet: what its picture says of it."""
