"""Words on a package: where on a picture there is writing, and what it says."""
