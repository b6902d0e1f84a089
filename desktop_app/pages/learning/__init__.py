"""Lessons: starting one, watching it, what it brought."""
