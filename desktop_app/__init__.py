"""The two clients of core: the command line and the Qt window."""
