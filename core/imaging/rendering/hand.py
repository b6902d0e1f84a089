"""Draws the hand that covers a part of the product on a synthetic counter photo."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter


def put_hand(scene: Image.Image, corners: NDArray[np.float64], rng: np.random.Generator) -> None:
    """Paint a hand into ``scene`` that holds the product on ``corners`` by one of its edges.

    The palm is outside, fingers of different length reach over the edge.

    Args:
        corners: (4, 2) the product's corners in the scene, from the top left on, clockwise.
    """
    shorter = float(min(scene.size))
    skin = np.array([[236, 194, 168], [214, 162, 128], [168, 116, 82], [112, 74, 52]], np.float64)
    tone = skin[int(rng.integers(len(skin)))] + rng.uniform(-12, 12, 3)
    edge = int(rng.choice([1, 2, 3]))
    start, end = corners[edge], corners[(edge + 1) % 4]
    along = (end - start) / max(float(np.linalg.norm(end - start)), 1.0)
    inward = np.array([-along[1], along[0]])
    width = shorter * float(rng.uniform(0.062, 0.085))
    anchor = start + (end - start) * float(rng.uniform(0.3, 0.7))
    # Drawn at half size: skin has no fine detail, and the mask is softened anyway.
    half = (max(scene.width // 2, 1), max(scene.height // 2, 1))
    mask, light = Image.new("L", half), Image.new("L", half, 120)
    pen, shine = ImageDraw.Draw(mask), ImageDraw.Draw(light)
    palm = anchor - inward * width * 3.2
    _limb(pen, (palm - inward * shorter) / 2, palm / 2, width * 1.9, 255)
    _limb(shine, (palm - inward * shorter) / 2, palm / 2, width * 1.1, 134)
    reach = shorter * float(rng.uniform(0.05, 0.13))
    fan = float(rng.normal(0, 0.12))
    for finger, length in enumerate((0.72, 0.95, 1.0, 0.78)):
        aside = along * width * (finger - 1.5)
        root = palm + aside * 0.86
        tip = anchor + aside * 1.08 + inward * reach * length + along * reach * fan
        _limb(pen, root / 2, tip / 2, width / 2, 255)
        _limb(shine, (root + along * width * 0.48) / 2, (tip + along * width * 0.48) / 2, width / 14, 72)
        _limb(shine, (root - along * width * 0.12) / 2, (tip - along * width * 0.12) / 2, width / 5, 152)
        nail = tip + inward * width * 0.08
        _limb(shine, nail / 2, (nail + inward * width * 0.12) / 2, width / 4.5, 186)
    mask = mask.filter(ImageFilter.GaussianBlur(0.7)).resize(scene.size, Image.Resampling.BICUBIC)
    light = light.filter(ImageFilter.GaussianBlur(width / 16)).resize(scene.size)
    flesh = Image.merge("RGB", [light.point(_skin_tone(float(channel))) for channel in tone])
    dark = ImageChops.offset(mask, round(width * 0.14), round(width * 0.18))
    dark = dark.filter(ImageFilter.BoxBlur(width * 0.18)).point(lambda value: round(value * 0.35))
    scene.paste((20, 14, 12), (0, 0), dark)
    scene.paste(flesh, (0, 0), mask)


def _skin_tone(channel: float) -> Callable[[int], int]:
    return lambda value: min(255, round(channel * (0.35 + 0.65 * value / 128)))


def _limb(
    pen: ImageDraw.ImageDraw, root: NDArray[np.float64], tip: NDArray[np.float64], width: float, fill: int
) -> None:
    pen.line(
        [(float(root[0]), float(root[1])), (float(tip[0]), float(tip[1]))],
        fill=fill,
        width=max(round(width), 1),
    )
    r = width / 2
    pen.ellipse((float(tip[0]) - r, float(tip[1]) - r, float(tip[0]) + r, float(tip[1]) + r), fill=fill)
