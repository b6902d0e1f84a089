"""Counting the stock: what is held before the webcam, scanned or typed, against the books."""
