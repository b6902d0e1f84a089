"""Films to a few sharp pictures, decoded in a process of its own."""
