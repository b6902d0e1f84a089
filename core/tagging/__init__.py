"""Giving tags to many products at once: alike ones together, with proposals from those that have tags."""
