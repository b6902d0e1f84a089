"""A delivery: its note, what is unpacked, and the difference."""
