"""Qt item models and delegates."""
