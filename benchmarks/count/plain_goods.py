"""Goods drawn with a few flat colours: what is neither photographed nor shaded has outlines, too."""

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.count.goods import Goods

_SIDE = 320
_GOODS = 60

Colour = tuple[int, int, int]


def plain_goods(rng: np.random.Generator) -> Goods:
    """Boxes, balls, cans and bottles; nobody has them in a shop."""
    return Goods({}, [_good(rng) for _ in range(_GOODS)], are_cut=True, are_plain=True)


def _good(rng: np.random.Generator) -> Image.Image:
    wide, high = _SIDE, round(_SIDE * float(np.exp(rng.uniform(-0.7, 1.0))))
    image = Image.new("RGBA", (wide, high))
    inside = Image.new("RGBA", (wide, high), (*_colour(rng), 255))
    pen = ImageDraw.Draw(inside)
    for _ in range(int(rng.integers(0, 4))):
        _mark(pen, wide, high, rng)
    mask = Image.new("L", (wide, high))
    outline = ImageDraw.Draw(mask)
    kind = int(rng.integers(4))
    if kind == 0:
        outline.rectangle((0, 0, wide, high), fill=255)
    elif kind == 1:
        outline.ellipse((0, 0, wide - 1, high - 1), fill=255)
    elif kind == 2:
        outline.rounded_rectangle((0, 0, wide - 1, high - 1), wide * 0.2, fill=255)
    else:
        neck = wide * float(rng.uniform(0.25, 0.4))
        outline.rounded_rectangle((0, high * 0.3, wide - 1, high - 1), wide * 0.15, fill=255)
        outline.rectangle((wide / 2 - neck / 2, 0, wide / 2 + neck / 2, high * 0.4), fill=255)
    image.paste(inside, (0, 0), mask)
    if kind < 3 and rng.random() < 0.4:
        frame = ImageDraw.Draw(image)
        draw = frame.ellipse if kind == 1 else frame.rectangle
        draw((0, 0, wide - 1, high - 1), outline=(*_colour(rng), 255), width=int(rng.integers(3, 12)))
    return image


def _mark(pen: ImageDraw.ImageDraw, wide: int, high: int, rng: np.random.Generator) -> None:
    """A band, a spot, a panel, or lines as of writing."""
    x, y = rng.uniform(0, 0.7, 2) * (wide, high)
    w, h = rng.uniform(0.15, 0.6, 2) * (wide, high)
    kind = int(rng.integers(4))
    if kind == 0:
        pen.rectangle((0, y, wide, y + h / 2), fill=_colour(rng))
    elif kind == 1:
        pen.ellipse((x, y, x + w, y + h), fill=_colour(rng))
    elif kind == 2:
        pen.rectangle((x, y, x + w, y + h), fill=_colour(rng))
    else:
        ink = _colour(rng)
        for line in range(int(rng.integers(2, 7))):
            top = y + line * 16
            pen.rectangle((x, top, x + w * float(rng.uniform(0.5, 1)), top + 6), fill=ink)


def _colour(rng: np.random.Generator) -> Colour:
    red, green, blue = (int(value) for value in rng.uniform(15, 250, 3))
    return red, green, blue
