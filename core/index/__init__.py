"""Vectors to the nearest photo ids: Annoy generations, the fresh tail, exact re-ranking."""
