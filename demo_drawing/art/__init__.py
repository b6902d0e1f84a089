"""Flat artwork: colours, lettering, drawn motifs and repeating patterns."""
