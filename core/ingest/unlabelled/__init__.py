"""Walking through the shop: pictures and films of which nobody says what they show."""
