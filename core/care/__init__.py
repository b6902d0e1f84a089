"""Keeping a shop whole: check, repair, backup, archive, restore, moving; and the demo shop."""
