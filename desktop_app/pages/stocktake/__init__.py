"""Counting the stock."""
