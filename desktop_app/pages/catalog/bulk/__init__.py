"""One change to many products."""
