"""What speaks for a product, each a small module of the same signature; :mod:`.all` lists them."""
