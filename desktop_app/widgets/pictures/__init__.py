"""Widgets that show pictures, and parts of them."""
