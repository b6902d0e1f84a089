"""Several ways to recognise products, measured on the same photos in one run."""
