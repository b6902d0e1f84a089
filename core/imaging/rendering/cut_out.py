"""Cuts a product out of a catalog picture: finds what is not the light, even ground around it."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

_WORK_SIDE = 224
"""The mask is found on a picture of this size; it is smooth enough to be enlarged."""


def cut_out(picture: Image.Image, *, max_side: int = 512) -> Image.Image:
    """The product of a catalog picture, cropped to it, with everything else transparent.

    Ground is what is joined to the border, has the ground's tint and is not much darker than it: soft
    shadows go with the ground. A picture whose border is not light and even has no ground to remove; its
    middle comes back as an ellipse with soft edges. A picture with an alpha channel is only cropped.

    Args:
        picture: RGB or RGBA.
        max_side: the longest side of the result, pixels.

    Returns:
        RGBA, at least 2 × 2.
    """
    if picture.mode == "RGBA":
        cut = picture.crop(picture.getbbox())
        cut.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
        return cut
    colour = picture.convert("RGB")
    if max(colour.size) > max_side * 1.5:
        colour.thumbnail((max_side * 3 // 2,) * 2, Image.Resampling.BICUBIC, reducing_gap=2.0)
    scale = _WORK_SIDE / max(colour.size)
    small = colour.resize(
        (max(round(colour.width * scale), 8), max(round(colour.height * scale), 8)), Image.Resampling.BOX
    )
    ground = ground_mask(np.asarray(small, np.float32))
    share = 1 - float(ground.mean())
    if ground.any() and 0.015 < share < 0.97:
        product = Image.fromarray((~ground).astype(np.uint8) * 255, "L")
        # Dust and the fringe of compression go; the outline moves in by half a pixel, off the light halo.
        product = product.filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.GaussianBlur(1.1))
        mask = product.resize(colour.size, Image.Resampling.BICUBIC).point(_firm)
    else:
        mask = _soft_ellipse(colour.size)
    cut = colour.convert("RGBA")
    cut.putalpha(mask)
    box = mask.point(lambda value: 255 if value > 40 else 0).getbbox() or (0, 0, *colour.size)
    cut = cut.crop(box)
    cut.thumbnail((max_side, max_side), Image.Resampling.BICUBIC)
    return cut


def _firm(value: int) -> int:
    """A steeper, slightly tighter edge for an enlarged mask."""
    return max(0, min(255, round((value - 110) * 3.2)))


def _soft_ellipse(size: tuple[int, int]) -> Image.Image:
    radial = Image.radial_gradient("L").resize(size)
    return radial.point(lambda value: max(0, min(255, round((176 - value) * 9))))


def ground_mask(pixels: NDArray[np.float32]) -> NDArray[np.bool_]:
    """True where a picture (h, w, 3; 0 to 255) shows ground; nowhere if its border is not light and even."""
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    tone = np.median(border, axis=0)
    near = np.abs(border - tone).max(axis=1) < 24
    if tone.mean() < 150 or near.mean() < 0.6:
        return np.zeros(pixels.shape[:2], bool)
    grey = pixels.mean(axis=2)
    light = grey / max(float(tone.mean()), 1.0)
    tint = pixels / np.maximum(grey[:, :, None], 1.0) - tone / tone.mean()
    # A shadow keeps the tint of what it falls on and fades slowly; a product's edge does neither. White
    # products have only their edge: the smallest step that noise does not reach counts as one.
    step_y, step_x = np.gradient(grey)
    step = np.hypot(step_x, step_y)
    bright = (np.abs(pixels - tone).max(axis=2) < 16) & (step < 3.0)
    shadow = (light > 0.62) & (np.abs(tint).max(axis=2) < 0.04) & (step < 5.0)
    candidate = Image.fromarray(((bright | shadow) * 255).astype(np.uint8), "L")
    # Through a gap of a pixel or two in an edge the ground would run out over a white product.
    tight = np.asarray(candidate.filter(ImageFilter.MinFilter(3))) > 0
    ground = Image.fromarray((_joined_to_border(tight) * 255).astype(np.uint8), "L")
    return np.asarray((np.asarray(ground.filter(ImageFilter.MaxFilter(5))) > 0) & (step < 12))


def _joined_to_border(candidate: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The parts of a mask that reach its border, by sweeps along rows and columns until nothing changes."""
    reached = np.zeros_like(candidate)
    for line in (reached[0], reached[-1], reached[:, 0], reached[:, -1]):
        line[...] = True
    reached &= candidate
    count = -1
    while (now := int(reached.sum())) != count:
        count = now
        reached = _spread_in_rows(reached, candidate)
        reached = _spread_in_rows(reached.T, candidate.T).T
    return reached


def _spread_in_rows(reached: NDArray[np.bool_], candidate: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Every run of candidates in a row that holds one reached pixel becomes reached as a whole."""
    walls = np.cumsum(~candidate, axis=1)
    runs = walls + np.arange(len(candidate))[:, None] * (candidate.shape[1] + 1)
    hit = np.zeros(int(runs.max()) + 1, bool)
    hit[runs[reached]] = True
    return np.asarray(hit[runs] & candidate)
