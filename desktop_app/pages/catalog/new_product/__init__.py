"""A new product, from the webcam or a picture."""
