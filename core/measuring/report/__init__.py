"""What was measured, as one file that a browser opens without a network."""
