"""What people look for, what sells and what lies, and what to order: figures of a shop over a time."""
