"""What was searched for, and what was said of the answers."""
