"""Importing a table or a folder; the first steps of a new shop."""
