"""What people look for, what sells and what lies."""
