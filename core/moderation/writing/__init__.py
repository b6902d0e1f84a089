"""What is written on a picture, and what of that leads away from the shop, sells, or may not be said."""
