"""Price and shelf labels: the sheets that are sold, one label's face, the pages of many."""
