"""Exports of other programs, told by their columns."""
