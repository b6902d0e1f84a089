"""One product of the catalog: its fields, photos and stock."""
