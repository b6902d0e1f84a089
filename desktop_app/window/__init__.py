"""The window put together: the first frame, what comes into it, its menus."""
