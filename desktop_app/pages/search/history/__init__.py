"""Back, forward, and the last searches to choose from."""
