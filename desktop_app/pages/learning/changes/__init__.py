"""Which answers a lesson changed."""
