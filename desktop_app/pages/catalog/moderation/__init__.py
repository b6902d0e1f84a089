"""What must not be shown: what was seen on photos, what people decide, what the shop wants to be told."""
