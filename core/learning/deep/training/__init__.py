"""The training loop of the deep lesson, and what it is fed."""
