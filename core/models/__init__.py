"""What a shop has learned, on disk and applied: lessons, projection, verdict."""
