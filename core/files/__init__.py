"""Files on the disk: written whole, read without trust, and never through a link or over what is not ours."""
