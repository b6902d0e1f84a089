"""Photos as the places ask for them where products are sold: cut out, set on white, in their sizes."""
