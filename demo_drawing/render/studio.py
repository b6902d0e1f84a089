"""The photo studio: puts a rendered product on a light ground with its shadow, at the final size."""

from functools import lru_cache
from typing import Literal

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from demo_drawing.art.colours import Colour

PICTURE = 640
"""Side of a finished catalog picture, pixels."""


@lru_cache(maxsize=8)
def _ground(tint: Colour) -> Image.Image:
    """A sweep of light paper: brightest behind the product, a little darker to the corners."""
    centre = np.linspace(-1, 1, 64, dtype=np.float32)
    far = np.sqrt(centre[None, :] ** 2 * 0.9 + (centre[:, None] + 0.15) ** 2)
    fall = 1 - 0.045 * np.clip(far - 0.35, 0, 1)
    # The table in front catches a little less light than the wall behind.
    fall = fall - 0.012 / (1 + np.exp(-(centre[:, None] - 0.45) * 14))
    pixels = np.asarray(tint, np.float32)[None, None, :] * fall[:, :, None]
    sweep = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGB")
    return sweep.resize((PICTURE, PICTURE), Image.Resampling.BICUBIC)


def _shadow(alpha: Image.Image, lying: bool) -> Image.Image:
    """How much light the product takes away, mode L, picture size."""
    box = alpha.getbbox() or (0, 0, PICTURE, PICTURE)
    # Shadows are soft: a quarter of the resolution is enough and sixteen times as quick.
    dark = Image.new("L", (PICTURE // 4, PICTURE // 4))
    small = alpha.resize(dark.size, Image.Resampling.BOX)
    left, _, right, bottom = (round(edge / 4) for edge in box)

    def soften(mask: Image.Image, radius: float, strength: float) -> Image.Image:
        return mask.filter(ImageFilter.GaussianBlur(radius)).point(lambda value: round(value * strength))

    if lying:
        near = soften(ImageChops.offset(small, 1, 2), 2, 0.42)
        dark = ImageChops.lighter(near, soften(ImageChops.offset(small, 4, 6), 6, 0.26))
        return dark.resize(alpha.size, Image.Resampling.BICUBIC)
    feet = small.crop((left, bottom - 10, right, bottom))
    width = right - left
    # What touches the table darkens it most; light from the upper left throws the rest to the right.
    for stretch, tall, aside, below, radius, strength in (
        (1.0, 6, 0.0, 2, 1.1, 0.62),
        (1.12, 11, 0.04, 3, 4.0, 0.42),
        (1.35, 10, 0.12, 0, 7.0, 0.28),
    ):
        layer = Image.new("L", dark.size)
        patch = feet.resize((max(round(width * stretch), 1), tall))
        layer.paste(patch, (left + round(width * aside) - (2 if aside else 0), bottom - tall + below))
        dark = ImageChops.lighter(dark, soften(layer, radius, strength))
    return dark.resize(alpha.size, Image.Resampling.BICUBIC)


def frame(product: Image.Image) -> Image.Image:
    """The rendered product (RGBA) cut out and scaled as it will stand in the picture."""
    cut = product.crop(product.getbbox())
    scale = min(0.80 * PICTURE / cut.height, 0.76 * PICTURE / cut.width)
    return cut.resize((round(cut.width * scale), round(cut.height * scale)), Image.Resampling.BICUBIC)


def photograph(
    cut: Image.Image, *, tint: Colour = (253, 253, 253), pose: Literal["standing", "lying"] = "standing"
) -> Image.Image:
    """The catalog picture of a product.

    Args:
        cut: what :func:`frame` made of it.
        tint: the colour of the brightest part of the ground.

    Returns:
        RGB, ``PICTURE`` × ``PICTURE``.
    """
    framed = Image.new("RGBA", (PICTURE, PICTURE))
    framed.paste(cut, ((PICTURE - cut.width) // 2, round((PICTURE - cut.height) * 0.48)))
    shade = Image.new("RGB", framed.size, (34, 32, 44))
    scene = Image.composite(shade, _ground(tint), _shadow(framed.getchannel("A"), pose == "lying"))
    scene.paste(framed, (0, 0), framed)
    return scene
