"""The command line, one file a command; none of them imports Qt."""
