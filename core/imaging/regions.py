"""Which parts of a picture may be what is meant: a few boxes, whatever the things in them are.

A thing stands out by its colour from what touches the picture's edge, and lies towards the middle. So: the
colours of the border are summed up in a few means (k-means); each pixel's least distance from them, in Lab
(after the background prior of H. Jiang et al., 2013, and Y. Wei et al., "Geodesic Saliency Using Background
Priors", ECCV 2012), smoothed and weighted towards the middle, is how much it stands out. The map is cut at a
few heights; what hangs together at one of them is a candidate, scored by how far it stands above a ring
around it. Overlapping candidates give way to the better one.

Takes about 10 ms. What it is worth is measured in docs/decisions/0013-query-regions.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.imaging.cut import Box
from core.imaging.lab import lab_of

MOST_REGIONS = 4

_SIDE = 72
"""Pixels of the longer side of what is looked at; a region is no finer than a hundredth of the picture."""
_BORDER_COLOURS = 4
_BORDER_SHARE = 0.06
_HEIGHTS = (0.35, 0.5, 0.65, 0.8)
_LEAST_AREA, _MOST_AREA = 0.02, 0.8
"""Shares of the picture: less is a speck, more is the picture itself."""
_LEAST_FILLED = 0.01
_SAME = 0.5
"""Overlap (intersection over union) from which two boxes count as one."""
_MARGIN = 0.06
"""Of a box's sides: room around the thing, as the network was trained with."""
_BLUR = 2.0
_MIDDLE = 0.6
"""Deviation of the weight towards the middle, in halves of a side."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    top: int
    left: int
    bottom: int
    right: int


def propose_regions(image: Image.Image, most: int = MOST_REGIONS) -> tuple[Box, ...]:
    """Up to ``most`` parts of ``image`` (RGB), the likeliest first; none where nothing stands out."""
    small = image.copy()
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX)
    if min(small.size) < 16:
        return ()
    standing_out = salience(small)
    kept: list[_Candidate] = []
    for candidate in sorted(_candidates(standing_out), key=lambda one: -one.score):
        if all(_overlap(candidate, other) < _SAME for other in kept):
            kept.append(candidate)
        if len(kept) == most:
            break
    height, width = standing_out.shape
    return tuple(_box(one, width, height) for one in kept)


def salience(image: Image.Image) -> NDArray[np.float64]:
    """How much each pixel of a small picture stands out, (height, width), 0 to 1."""
    lab = lab_of(image)
    height, width, _ = lab.shape
    rim = max(1, round(_BORDER_SHARE * min(height, width)))
    inside = np.zeros((height, width), bool)
    inside[rim : height - rim, rim : width - rim] = True
    ground, _numbers = clusters(lab[~inside], _BORDER_COLOURS)
    distances = np.linalg.norm(lab[:, :, None, :] - ground[None, None], axis=3).min(axis=2)
    blurred = Image.fromarray(distances.clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(_BLUR))
    standing_out = np.asarray(blurred, np.float64) * _towards_the_middle(height, width)
    highest = float(standing_out.max())
    return standing_out / highest if highest > 1 else np.zeros_like(standing_out)


def salience_of(image: Image.Image) -> NDArray[np.float64]:
    """How much each pixel of a picture of any size stands out, (height, width), 0 to 1."""
    small = image.copy()
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX)
    found = Image.fromarray((salience(small) * 255).astype(np.uint8))
    return np.asarray(found.resize(image.size, Image.Resampling.BILINEAR), np.float64) / 255


def clusters(colours: NDArray[np.float64], count: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """``count`` clusters of colours (n, 3): k-means from evenly spread beginnings.

    Returns:
        Their means, (count, 3), and the number of each colour's, (n,).
    """
    order = np.argsort(colours[:, 0])
    means = colours[order[np.linspace(0, len(colours) - 1, count).astype(int)]]
    for _ in range(8):
        nearest = np.linalg.norm(colours[:, None] - means[None], axis=2).argmin(axis=1)
        for number in range(count):
            members = colours[nearest == number]
            if len(members):
                means[number] = members.mean(axis=0)
    return np.asarray(means, np.float64), nearest


def _towards_the_middle(height: int, width: int) -> NDArray[np.float64]:
    down = np.linspace(-1, 1, height)[:, None]
    across = np.linspace(-1, 1, width)[None, :]
    weights: NDArray[np.float64] = np.exp(-(down**2 + across**2) / (2 * _MIDDLE**2))
    return weights


def _candidates(standing_out: NDArray[np.float64]) -> Iterator[_Candidate]:
    area = standing_out.size
    for height in _HEIGHTS:
        if not standing_out.any():
            return
        parts = connected_parts(standing_out >= height * standing_out.max())
        for number in np.flatnonzero(np.bincount(parts.ravel())[1:] >= _LEAST_FILLED * area) + 1:
            rows, columns = np.nonzero(parts == number)
            top, bottom = int(rows.min()), int(rows.max()) + 1
            left, right = int(columns.min()), int(columns.max()) + 1
            share = (bottom - top) * (right - left) / area
            if _LEAST_AREA <= share <= _MOST_AREA:
                score = _contrast(standing_out, top, left, bottom, right) * share**0.25
                yield _Candidate(score, top, left, bottom, right)


def _contrast(values: NDArray[np.float64], top: int, left: int, bottom: int, right: int) -> float:
    """How far the inside of a box stands above a ring around it, a quarter of its size wide."""
    down, across = max(2, (bottom - top) // 4), max(2, (right - left) // 4)
    ring_top, ring_left = max(0, top - down), max(0, left - across)
    around = values[ring_top : bottom + down, ring_left : right + across]
    within = values[top:bottom, left:right]
    ring_size = around.size - within.size
    ring = (around.sum() - within.sum()) / ring_size if ring_size else 0.0
    return float(within.mean() - ring)


def connected_parts(mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Numbers from 1 of what hangs together in ``mask`` by its sides; 0 outside.

    Each pixel takes the least number among itself and its neighbours, then the number of the pixel whose
    number it has (pointer jumping), until nothing changes: a few rounds, however winding the part.
    """
    nothing = mask.size + 1
    labels = np.where(mask, np.arange(1, nothing).reshape(mask.shape), nothing)
    while True:
        padded = np.pad(labels, 1, constant_values=nothing)
        least = np.minimum.reduce(
            [labels, padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]]
        )
        least = np.where(mask, least, nothing)
        jumped = np.append(least.ravel(), nothing)[least - 1]
        if np.array_equal(jumped, labels):
            break
        labels = jumped
    _, numbers = np.unique(np.append(np.where(mask, labels, 0).ravel(), 0), return_inverse=True)
    return numbers[:-1].reshape(mask.shape)


def _overlap(first: _Candidate, second: _Candidate) -> float:
    height = min(first.bottom, second.bottom) - max(first.top, second.top)
    width = min(first.right, second.right) - max(first.left, second.left)
    if height <= 0 or width <= 0:
        return 0.0
    both = height * width
    return both / (_area(first) + _area(second) - both)


def _area(one: _Candidate) -> int:
    return (one.bottom - one.top) * (one.right - one.left)


def _box(one: _Candidate, width: int, height: int) -> Box:
    across, down = _MARGIN * (one.right - one.left), _MARGIN * (one.bottom - one.top)
    return Box(
        (one.left - across) / width,
        (one.top - down) / height,
        (one.right + across) / width,
        (one.bottom + down) / height,
    ).within()
