"""Views of shelves that the network tells apart."""

import numpy as np
from PIL import Image, ImageDraw


def view(seed: int, size: int = 320) -> Image.Image:
    """Shapes of many colours on a ground of one; another seed is quite another view."""
    generator = np.random.default_rng(seed)
    image = Image.new("RGB", (size, size), tuple(generator.integers(0, 256, 3).tolist()))
    pencil = ImageDraw.Draw(image)
    for _ in range(2 + seed % 5):
        left, top = (generator.random(2) * size * 0.6).tolist()
        width, height = ((0.1 + generator.random(2) * 0.5) * size).tolist()
        box = (left, top, left + width, top + height)
        colour = tuple(generator.integers(0, 256, 3).tolist())
        kind = ("ellipse", "rectangle", "line")[int(generator.integers(3))]
        if kind == "line":
            pencil.line(box, fill=colour, width=int(size / 12))
        else:
            getattr(pencil, kind)(box, fill=colour, outline="black", width=4)
    return image
