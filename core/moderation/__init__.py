"""What must not be shown: what detectors see on pictures, and what people decide about it."""
