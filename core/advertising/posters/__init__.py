"""Posters and price leaflets: templates, and how products are laid out in them."""
