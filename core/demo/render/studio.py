"""The photo studio: puts a rendered product on a light ground with its shadow, at the final size."""

from typing import Literal

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from core.demo.art.colours import Colour
from core.demo.render.canvas import CANVAS

PICTURE = 640
"""Side of a finished catalog picture, pixels."""


def _ground(tint: Colour) -> Image.Image:
    """A sweep of light paper: brightest behind the product, a little darker to the corners."""
    centre = np.linspace(-1, 1, 64, dtype=np.float32)
    far = np.sqrt(centre[None, :] ** 2 * 0.9 + (centre[:, None] + 0.15) ** 2)
    fall = 1 - 0.045 * np.clip(far - 0.35, 0, 1)
    # The table in front catches a little less light than the wall behind.
    fall = fall - 0.012 / (1 + np.exp(-(centre[:, None] - 0.45) * 14))
    pixels = np.asarray(tint, np.float32)[None, None, :] * fall[:, :, None]
    sweep = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGB")
    return sweep.resize((CANVAS, CANVAS), Image.Resampling.BICUBIC)


def _shadow(alpha: Image.Image, lying: bool) -> Image.Image:
    """How much light the product takes away, mode L, canvas size."""
    box = alpha.getbbox()
    dark = Image.new("L", (CANVAS // 4, CANVAS // 4))
    if box is None:
        return dark.resize((CANVAS, CANVAS))
    small = alpha.resize(dark.size, Image.Resampling.BOX)
    left, _, right, bottom = (round(edge / 4) for edge in box)
    if lying:
        near = ImageChops.offset(small, 2, 3).filter(ImageFilter.GaussianBlur(3)).point(lambda v: v * 0.42)
        wide = ImageChops.offset(small, 6, 9).filter(ImageFilter.GaussianBlur(9)).point(lambda v: v * 0.26)
        return ImageChops.lighter(near, wide).resize((CANVAS, CANVAS), Image.Resampling.BICUBIC)
    feet = small.crop((left, bottom - 14, right, bottom))
    contact, cast = Image.new("L", dark.size), Image.new("L", dark.size)
    contact.paste(feet.resize((right - left, 9)), (left, bottom - 6))
    contact = contact.filter(ImageFilter.GaussianBlur(1.6)).point(lambda v: v * 0.62)
    width = right - left
    cast.paste(feet.resize((round(width * 1.12), 16)), (left + round(width * 0.04), bottom - 12))
    cast = cast.filter(ImageFilter.GaussianBlur(6)).point(lambda v: v * 0.42)
    tail = Image.new("L", dark.size)
    tail.paste(feet.resize((round(width * 1.35), 14)), (left + round(width * 0.12), bottom - 14))
    tail = tail.filter(ImageFilter.GaussianBlur(11)).point(lambda v: v * 0.28)
    dark = ImageChops.lighter(ImageChops.lighter(contact, cast), tail)
    return dark.resize((CANVAS, CANVAS), Image.Resampling.BICUBIC)


def photograph(
    product: Image.Image, *, tint: Colour = (253, 253, 253), pose: Literal["standing", "lying"] = "standing"
) -> Image.Image:
    """The catalog picture of a rendered product.

    Args:
        product: RGBA, canvas size.
        tint: the colour of the brightest part of the ground.

    Returns:
        RGB, ``PICTURE`` × ``PICTURE``.
    """
    box = product.getbbox() or (0, 0, CANVAS, CANVAS)
    # Every product is centred the way a photographer would frame it.
    shift = (
        round(CANVAS / 2 - (box[0] + box[2]) / 2),
        round(CANVAS * 0.505 - (box[1] + box[3]) / 2),
    )
    framed = Image.new("RGBA", (CANVAS, CANVAS))
    framed.paste(product, shift)
    ground = _ground(tint)
    shade = Image.new("RGB", ground.size, (34, 32, 44))
    scene = Image.composite(shade, ground, _shadow(framed.getchannel("A"), pose == "lying"))
    scene.paste(framed, (0, 0), framed)
    return scene.resize((PICTURE, PICTURE), Image.Resampling.LANCZOS)
