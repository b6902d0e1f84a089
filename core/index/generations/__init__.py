"""Immutable index files: built beside, switched in one step, checked before they are mapped."""
