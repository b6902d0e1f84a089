"""Changes that a person makes to products, remembered so that they can be undone."""
