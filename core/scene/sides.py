"""Where the sides of a box really lie: each is moved to where what lies along it puts it.

Boxes are proposed on a picture of 192 pixels, in steps of a sixteenth of their sides; a piece that is cut
out a tenth too wide or too narrow is named worse. So around each box the picture is looked at larger,
stretched to a square. Of 24 lines that lie beside a side, outside it first, numbers are read: how
much changes across the line, how much along it, how the colours on its two sides differ, how far it is from
the ground's colour and from the inside's. A small network tells from them how far the side is off. It was
learned by benchmarks/count/learn_sides.py; its numbers lie in resources/sides.npz.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core import paths
from core.files.arrays import read_arrays
from core.imaging.lab import lab_of
from core.scene.evidence import Numbers

FARTHEST = 0.3
"""Of the box's width or height: so far to both sides of a side is looked, and it moves no farther at once."""
LAYERS = ("first", "second", "last")
INWARDS = np.array([1.0, 1.0, -1.0, -1.0])
"""What a step towards the middle of the box adds to left, top, right, bottom."""

_SIDE = 512
"""Pixels of the longer side of the picture that is looked at."""
_SQUARE = 64
"""Pixels that a box with what lies around it is stretched to, each way."""
_BESIDE = round(_SQUARE * FARTHEST / (1 + 2 * FARTHEST))
_LINES = 2 * _BESIDE
_NEAR = 3
"""Lines that are compared on either side of one."""
_LEAST_STEP = 0.02
_TIMES = 2

Places = NDArray[np.float64]


def tightened(image: Image.Image, boxes: Places) -> Places:
    """Boxes, (n, 4) in shares of ``image`` (RGB), with their sides moved to where they probably lie."""
    seen = looked_at(image)
    for _ in range(_TIMES if len(boxes) else 0):
        lengths = np.tile(boxes[:, 2:] - boxes[:, :2], 2)
        boxes = np.clip(boxes + _off(numbers_of(seen, boxes)) * INWARDS * lengths, 0, 1)
    return boxes


def looked_at(image: Image.Image) -> Image.Image:
    """The picture as large as sides are looked at."""
    scale = _SIDE / max(image.size)
    size = (max(8, round(image.width * scale)), max(8, round(image.height * scale)))
    return image.resize(size, Image.Resampling.BOX, reducing_gap=2.0)


def numbers_of(seen: Image.Image, boxes: Places) -> Numbers:
    """The numbers of each side, (n, 4, 164): three for each of 24 lines, four for each step between two.

    Args:
        seen: what :func:`looked_at` gave.
        boxes: (n, 4) in shares of it, n at least 1.
    """
    around = np.concatenate([_around(seen, box) for box in boxes * np.array([*seen.size, *seen.size])])
    lab = (lab_of(Image.fromarray(around)) / np.array([100, 128, 128])).astype(np.float32)
    upright = lab.reshape(len(boxes), _SQUARE, _SQUARE, 3)
    level = upright.transpose(0, 2, 1, 3)
    within = slice(_BESIDE, _SQUARE - _BESIDE)
    ways = (upright, level, upright[:, :, ::-1], level[:, :, ::-1])
    strips = np.concatenate([way[:, within, :_LINES] for way in ways])
    return _read(strips).reshape(4, len(boxes), -1).transpose(1, 0, 2)


def _around(seen: Image.Image, box: Places) -> NDArray[np.uint8]:
    """A box in pixels with what lies around it, as a square; beyond the picture its edge goes on."""
    beside = FARTHEST * (box[2:] - box[:2])
    start, end = box[:2] - beside, box[2:] + beside
    inside = np.clip([start, end], 0, seen.size)
    (left, top), (right, bottom) = np.rint((inside - start) / (end - start) * _SQUARE).astype(int)
    size = (max(1, right - left), max(1, bottom - top))
    corners = (*inside[0].tolist(), *inside[1].tolist())
    pixels = np.asarray(seen.resize(size, Image.Resampling.BILINEAR, box=corners, reducing_gap=2.0))
    missing = ((top, _SQUARE - top - size[1]), (left, _SQUARE - left - size[0]), (0, 0))
    return np.pad(pixels, missing, mode="edge")


def _read(strips: Numbers) -> Numbers:
    """Numbers of strips, (n, rows, lines, 3): a side runs down the middle of each, outside it is left."""
    across = np.linalg.norm(np.diff(strips, axis=2), axis=3)
    along = np.linalg.norm(np.diff(strips, axis=1), axis=3)
    full = np.quantile(across.reshape(len(across), -1), 0.9, axis=1)[:, None, None] + _LEAST_STEP
    steps = np.minimum(across / full, 1.5)
    sums = np.pad(np.cumsum(strips, axis=2), ((0, 0), (0, 0), (1, 0), (0, 0)))
    line = np.arange(1, _LINES)
    before, behind = np.maximum(line - _NEAR, 0), np.minimum(line + _NEAR, _LINES)
    left = (sums[:, :, line] - sums[:, :, before]) / (line - before)[:, None]
    right = (sums[:, :, behind] - sums[:, :, line]) / (behind - line)[:, None]
    differ = np.minimum(np.linalg.norm(left - right, axis=3), 1)
    ground = strips[:, :, :_NEAR].mean(axis=(1, 2), keepdims=True)
    inner = strips[:, :, -_NEAR:].mean(axis=(1, 2), keepdims=True)
    found = (
        steps.mean(axis=1),
        np.median(steps, axis=1),
        differ.mean(axis=1),
        np.quantile(differ, 0.25, axis=1),
        (along / full).mean(axis=1),
        np.linalg.norm(strips - ground, axis=3).mean(axis=1),
        np.linalg.norm(strips - inner, axis=3).mean(axis=1),
    )
    return np.concatenate(found, axis=1).astype(np.float32)


def _off(numbers: Numbers) -> Numbers:
    """How far each side should move inwards, in shares of the box."""
    learned = _learned()
    found = (numbers - learned["mean"]) / learned["spread"]
    for name in LAYERS:
        found = found @ learned[name] + learned[f"{name}_bias"]
        if name != LAYERS[-1]:
            found = np.maximum(found, 0)
    off: Numbers = np.clip(found[..., 0], -FARTHEST, FARTHEST)
    return off


@cache
def _learned() -> dict[str, Numbers]:
    """The learned numbers, read once."""
    return {
        name: np.asarray(values, np.float32)
        for name, values in read_arrays(paths.resources() / "sides.npz").items()
    }
