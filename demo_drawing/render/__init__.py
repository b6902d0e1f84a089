"""Renderers that turn flat artwork into shaded, solid-looking products."""
