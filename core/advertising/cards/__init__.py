"""Product cards: one product a page, or several side by side."""
