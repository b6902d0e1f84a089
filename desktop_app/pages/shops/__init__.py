"""The shops of this user: the window's start, a new one, another one, another name."""
