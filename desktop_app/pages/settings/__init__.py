"""Settings, a section a file."""
