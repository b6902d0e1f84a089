"""A product cut out of its photo: where it is, how sure that is, and its soft outline."""
