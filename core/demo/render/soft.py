"""Renders soft, flat things by puffing up their outline: bags, T-shirts, socks.

The outline is blurred into a height, wrinkles are added, and the slope of that height is lit.
"""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from core.demo.render.canvas import CANVAS
from core.demo.render.lathe import smooth
from core.demo.render.shading import Material, light_up

Point = tuple[float, float]


def outline_mask(points: Sequence[Point], *, rounds: int = 3, corner: float | None = None) -> Image.Image:
    """A closed outline with rounded corners as a mask (mode L) of canvas size.

    Args:
        corner: rounding stays within so many pixels of each corner; None rounds as much as there is room.
    """
    if corner is not None:
        points = _near_corners(points, corner)
    line = smooth([*points, points[0]], rounds) if rounds else np.asarray(points, np.float64)
    if rounds:
        # The seam at the first point is rounded like the other corners.
        line = line[1:-1]
    mask = Image.new("L", (2 * CANVAS, 2 * CANVAS))
    ImageDraw.Draw(mask).polygon([(float(2 * x), float(2 * y)) for x, y in line], fill=255)
    return mask.resize((CANVAS, CANVAS), Image.Resampling.BOX)


def _near_corners(points: Sequence[Point], reach: float) -> list[Point]:
    """Each corner replaced by two points on its edges, at most ``reach`` away from it."""
    near: list[Point] = []
    for k, (x, y) in enumerate(points):
        for other in (points[k - 1], points[(k + 1) % len(points)]):
            dx, dy = other[0] - x, other[1] - y
            share = min(reach / max((dx * dx + dy * dy) ** 0.5, 1e-6), 0.45)
            near.append((x + dx * share, y + dy * share))
    return near


def puff(
    mask: Image.Image,
    art: Image.Image,
    material: Material,
    *,
    puffiness: float = 30.0,
    height: float = 60.0,
    wrinkles: float = 0.0,
    creases: Image.Image | None = None,
    seed: int = 1,
) -> Image.Image:
    """Light ``art`` as if the outline ``mask`` were stuffed.

    Args:
        mask: mode L, canvas size.
        art: RGB, canvas size.
        puffiness: how far in from the edge the surface curves, pixels.
        height: how far the middle stands out, pixels.
        wrinkles: depth of random, soft folds, pixels.
        creases: a mode L picture of dents (bright is deep), canvas size.

    Returns:
        RGBA, ``CANVAS`` × ``CANVAS``.
    """
    quarter = CANVAS // 4
    small = mask.resize((quarter, quarter), Image.Resampling.BOX)
    wide = np.asarray(small.filter(ImageFilter.GaussianBlur(puffiness / 4)), np.float32) / 255
    tight = np.asarray(small.filter(ImageFilter.GaussianBlur(puffiness / 12)), np.float32) / 255
    body = height * (0.7 * np.sqrt(np.clip(2 * wide - 1, 0, 1)) + 0.3 * tight)
    if wrinkles:
        rng = np.random.default_rng(seed)
        noise = Image.fromarray(rng.random((14, 10)).astype(np.float32), "F")
        body = body + wrinkles * np.asarray(noise.resize((quarter, quarter), Image.Resampling.BICUBIC))
    if creases is not None:
        body = (
            body
            - np.asarray(
                creases.resize((quarter, quarter), Image.Resampling.BOX).filter(
                    ImageFilter.GaussianBlur(1.2)
                ),
                np.float32,
            )
            / 255
        )
    relief = np.asarray(
        Image.fromarray(body.astype(np.float32), "F").resize((CANVAS, CANVAS), Image.Resampling.BICUBIC)
    )
    slope_y, slope_x = np.gradient(relief)
    shown = np.asarray(mask) > 0
    normal = np.stack([-slope_x[shown], slope_y[shown], np.ones(int(shown.sum()), np.float32)], axis=1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    pixels = np.array(art.convert("RGB"))
    pixels[shown] = np.clip(
        light_up(pixels[shown].astype(np.float32), normal.astype(np.float32), material) * 1.10, 0, 255
    )
    image = Image.fromarray(pixels, "RGB").convert("RGBA")
    image.putalpha(mask)
    return image
