"""The ranked products of an answer."""
