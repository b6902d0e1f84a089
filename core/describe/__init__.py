"""What can be said of a photo in words: colours, pattern, material, kind of goods."""
