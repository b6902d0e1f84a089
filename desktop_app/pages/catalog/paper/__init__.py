"""What is printed from the catalog: pages laid out, seen, printed and kept as files."""
