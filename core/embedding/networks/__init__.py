"""The networks themselves: their layers, their weights on disk, and how they are found."""
