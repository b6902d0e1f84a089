"""The shop on a phone: a third client beside the command line and the window."""
