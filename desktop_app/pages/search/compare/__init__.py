"""Query and product side by side."""
