"""The size at which products are rendered before the studio reduces them to the final picture."""

CANVAS = 960
"""Side of the square canvas, pixels: half as large again as the final picture, against jagged edges."""

BASE = 830
"""Row of the canvas at which a product stands on the table."""
