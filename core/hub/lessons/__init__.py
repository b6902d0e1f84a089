"""Lessons that travel: learned in one store or of all, offered on the hub, proven where they are used."""
