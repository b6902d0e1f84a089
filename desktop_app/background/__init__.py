"""What is kept or fetched behind the pages: preferences, thumbnails."""
