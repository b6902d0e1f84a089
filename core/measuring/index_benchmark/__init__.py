"""The index against other ways of searching the same vectors."""
