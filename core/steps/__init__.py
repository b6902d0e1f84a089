"""The last thing that was done to a shop, whatever it was, and taking it back."""
