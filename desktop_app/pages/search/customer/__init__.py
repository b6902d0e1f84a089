"""What the customer sees on a screen of their own."""
