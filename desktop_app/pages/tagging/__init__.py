"""Giving tags to many products at once."""
