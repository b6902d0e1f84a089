"""The catalog page and its parts."""
