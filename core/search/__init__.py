"""The read path: a picture to a ranked answer."""
