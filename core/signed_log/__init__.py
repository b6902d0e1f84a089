"""The log of photos signed with a key of the shop's own, and whether it still is as it was signed."""
