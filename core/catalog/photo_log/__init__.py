"""The log of the shop's photos: which it had, since when, chained by hashes."""
