"""What a picture file may ask for before it is decoded: sizes, structure, bytes read."""
