"""Whether the catalog is as it should be, and what sets it right."""
