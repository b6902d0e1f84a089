"""A film that is searched: which products it shows and when, on a time line; its pieces counted."""
