"""Products that may be one, side by side: merged, or kept apart for good."""
