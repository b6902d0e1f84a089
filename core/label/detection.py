"""Where on a picture there is writing: the text detector's map of probabilities to turned rectangles.

The detector is one of "Real-time Scene Text Detection with Differentiable Binarization" (M. Liao et al.,
AAAI 2020): it was taught to mark each line of writing smaller than it is, so that neighbours do not touch;
an area of its map is grown again by D = A · r / L, with A the area and L the circumference of the rectangle
around it.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.label.areas import Runs, connected_areas
from core.label.rectangles import Rectangle, smallest_rectangle

SIDE = 544
"""Pixels that the picture's longer side is brought to for the detector."""
STEP = 32
"""The detector's sides are multiples of it."""
MARKED = 0.3
"""Least probability of a pixel that belongs to writing."""
LIKELY = 0.5
"""Least mean probability of an area that is taken for writing."""
GROWTH = 1.6
"""r of the formula above."""
LEAST = 3.0
"""Pixels of the detector's map: what is lower or narrower cannot be read."""


_MEAN = np.array((0.485, 0.456, 0.406), np.float32)
_DEVIATION = np.array((0.229, 0.224, 0.225), np.float32)

Detector = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""The network: a picture of shape (1, 3, h, w) to probabilities of shape (h, w)."""


def find_lines(detector: Detector, image: Image.Image, *, most: int) -> list[Rectangle]:
    """Where there is writing on an RGB picture, in its pixels; of more than ``most`` lines the largest."""
    scale = SIDE / max(image.size)
    width, height = (max(STEP, round(side * scale / STEP) * STEP) for side in image.size)
    small = image.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2.0)
    probabilities = detector(_as_input(small)[None])
    found = rectangles_of(probabilities)
    found = sorted(found, key=lambda one: one.width * one.height, reverse=True)[:most]
    across, down = image.width / width, image.height / height
    return [_scaled(one, across, down) for one in found]


def _as_input(image: Image.Image) -> NDArray[np.float32]:
    """An RGB picture as the detector was taught: (3, h, w), blue first, by ImageNet's mean and deviation."""
    pixels = np.asarray(image, np.float32)[:, :, ::-1] / 255
    return np.ascontiguousarray(((pixels - _MEAN) / _DEVIATION).transpose(2, 0, 1))


def rectangles_of(probabilities: NDArray[np.float32]) -> list[Rectangle]:
    """Rectangles around the areas of a map (h, w) that are likely writing, grown to the writing's size."""
    marked = probabilities > MARKED
    joined = marked.copy()  # a gap of one pixel joins, as where the network was tuned
    joined[1:] |= marked[:-1]
    joined[:, 1:] |= joined[:, :-1].copy()
    runs = connected_areas(joined)
    if not len(runs.rows):
        return []
    likely = np.flatnonzero(_mean_probabilities(runs, probabilities) >= LIKELY)
    order = np.argsort(runs.areas, kind="stable")
    bounds = np.searchsorted(runs.areas[order], np.arange(runs.areas.max() + 2))
    found = []
    for area in likely.tolist():
        own = order[bounds[area] : bounds[area + 1]]
        rows, firsts, lasts = runs.rows[own], runs.firsts[own], runs.ends[own] - 1
        points = np.vstack([np.stack([firsts, rows], 1), np.stack([lasts, rows], 1)])
        rectangle = smallest_rectangle(points.astype(np.float64))
        if min(rectangle.width, rectangle.height) < LEAST:
            continue
        area_ = rectangle.width * rectangle.height
        found.append(rectangle.grown(area_ * GROWTH / (2 * (rectangle.width + rectangle.height))))
    return found


def _mean_probabilities(runs: Runs, probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Of each area, shape (areas,)."""
    sums = np.zeros((probabilities.shape[0], probabilities.shape[1] + 1))
    np.cumsum(probabilities, axis=1, dtype=np.float64, out=sums[:, 1:])
    inside = sums[runs.rows, runs.ends] - sums[runs.rows, runs.firsts]
    total = np.bincount(runs.areas, inside)
    mean: NDArray[np.float64] = total / np.bincount(runs.areas, runs.ends - runs.firsts)
    return mean


def _scaled(one: Rectangle, across: float, down: float) -> Rectangle:
    """In pixels of the picture, whose sides were brought to the map's by almost the same factor."""
    along = one.along * (across, down)
    factor = float(np.hypot(*along))
    upwards = float(np.hypot(one.along[1] * across, one.along[0] * down))
    return Rectangle(one.centre * (across, down), along / factor, one.width * factor, one.height * upwards)
