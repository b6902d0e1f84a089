"""Renders soft, flat things by puffing up their outline: bags, T-shirts, socks.

The outline is blurred into a height, wrinkles are added, and the slope of that height is lit.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from demo_drawing.render.canvas import CANVAS
from demo_drawing.render.lathe import smooth
from demo_drawing.render.shading import Material, shade_and_glow

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
    body: NDArray[np.floating] = _smoothed(
        height * (0.7 * np.sin(np.clip(2 * wide - 1, 0, 1) * np.pi / 2) + 0.3 * tight)
    )
    if wrinkles:
        rng = np.random.default_rng(seed)
        noise = Image.fromarray(rng.random((14, 10)).astype(np.float32), "F")
        body = body + wrinkles * np.asarray(noise.resize((quarter, quarter), Image.Resampling.BICUBIC))
    if creases is not None:
        dents = creases.resize((quarter, quarter), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(1.2))
        body = body - np.asarray(dents, np.float32) / 255
    # Light changes slowly over soft things: half the resolution is enough for it.
    half = CANVAS // 2
    relief = Image.fromarray(body.astype(np.float32), "F").resize((half, half), Image.Resampling.BICUBIC)
    slope_y, slope_x = np.gradient(np.asarray(relief) / 2)
    normal = np.stack([-slope_x, slope_y, np.ones_like(slope_x)], axis=-1).reshape(-1, 3)
    normal /= np.sqrt(np.einsum("ij,ij->i", normal, normal))[:, None]
    shade, glow = (part.reshape(half, half) for part in shade_and_glow(normal.astype(np.float32), material))
    # 128 stands for a factor of 1, so that light can be added as well as taken.
    dim = _enlarged(np.clip(shade * 1.10 * 128, 0, 255))
    lit = ImageChops.multiply(art.convert("RGB"), Image.merge("RGB", [dim] * 3))
    lit = ImageChops.add(lit, lit)
    if material.gloss:
        lit.paste((255, 255, 255), (0, 0), _enlarged(glow * 255))
    lit.putalpha(mask)
    return lit


def _smoothed(relief: NDArray[np.floating]) -> NDArray[np.float32]:
    """Without the steps that blurring in whole numbers leaves; slopes would show them as beads of light."""
    size = relief.shape[1], relief.shape[0]
    small = Image.fromarray(relief.astype(np.float32), "F").resize(
        (size[0] // 3, size[1] // 3), Image.Resampling.BOX
    )
    return np.asarray(small.resize(size, Image.Resampling.BICUBIC))


def _enlarged(values: NDArray[np.floating]) -> Image.Image:
    small = Image.fromarray(values.astype(np.uint8), "L")
    return small.resize((CANVAS, CANVAS), Image.Resampling.BILINEAR)
