"""What the shop can be taught, and how well it knows its products: evaluation, calibration, lessons."""
