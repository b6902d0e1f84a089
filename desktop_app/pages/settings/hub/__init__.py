"""The settings' part about other tills and branches."""
