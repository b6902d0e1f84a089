"""PDFs to the pictures that they hold, read in a process of its own."""
