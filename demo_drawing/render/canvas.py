"""The canvas on which products are rendered before the studio frames them in the final picture."""

from PIL import Image, ImageFilter

CANVAS = 960
"""Side of the square canvas, pixels."""

BASE = 830
"""Row of the canvas at which a product stands on the table."""


def soften_edge(product: Image.Image) -> None:
    """Take the steps out of the outline of a rendered product (RGBA, changed in place)."""
    left, top, right, bottom = product.getbbox() or (0, 0, 1, 1)
    box = (max(left - 2, 0), max(top - 2, 0), min(right + 2, product.width), min(bottom + 2, product.height))
    part = product.crop(box)
    part.putalpha(part.getchannel("A").filter(ImageFilter.BoxBlur(0.8)))
    product.paste(part, box)
