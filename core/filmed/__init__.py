"""What a film shows: which products and when; how many pieces stand on a shelf that was filmed."""
