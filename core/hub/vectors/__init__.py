"""Vectors on the hub: what one till's network saw of a photo, no other looks at again."""
