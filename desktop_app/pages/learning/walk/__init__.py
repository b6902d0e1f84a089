"""A walk through the shop: files that are dropped or chosen, or the webcam."""
