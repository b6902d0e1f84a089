"""Reusable widgets that know nothing of core's workings."""
