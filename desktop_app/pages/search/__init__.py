"""The search page: what is searched with, the answer, the product."""
