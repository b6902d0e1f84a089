"""Small charts."""
