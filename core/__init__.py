"""Snapshelf's library: it knows shops, pictures and vectors, and nothing of windows or terminals."""
