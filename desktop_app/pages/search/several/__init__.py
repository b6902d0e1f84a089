"""A picture with several products: which they are, one looked at, all counted."""
