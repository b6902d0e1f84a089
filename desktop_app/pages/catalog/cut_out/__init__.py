"""Selected products cut out of their photos: before and after, and a folder to write them to."""
