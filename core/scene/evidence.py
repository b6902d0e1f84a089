"""What in a picture speaks for a box as the outline of one thing, whatever the thing is: numbers for a box.

Looked at are the picture's colours alone, small: whether there are edges along the box's sides, whether edges
run across them, whether the colours just inside differ from those just outside, side by side, and inside from
all around (the cues of B. Alexe et al., "Measuring the Objectness of Image Windows", TPAMI 34(11), 2012, and
C. L. Zitnick and P. Dollár, "Edge Boxes", ECCV 2014). What they come to is learned: core/scene/boxes.py.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.imaging.lab import lab_of

SIDE = 192
"""Pixels of the longer side of what is looked at."""

_COLOURS = 12
_ROUNDS = 6
_STRIP = 0.12
"""Thickness of what is compared along a side, of the box's shorter side."""
_EDGE = 0.9
"""Share of a picture's steps from pixel to pixel that are no full edge."""

Boxes = NDArray[np.int64]
"""(n, 4): left, top, right, bottom in pixels of the small picture; right and bottom are not in it."""
Numbers = NDArray[np.float32]


def looked_at(image: Image.Image) -> Image.Image:
    """The picture as small as its boxes are looked for, its longer side :data:`SIDE` pixels."""
    scale = SIDE / max(image.size)
    size = (max(8, round(image.width * scale)), max(8, round(image.height * scale)))
    return image.resize(size, Image.Resampling.BOX, reducing_gap=2.0)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Sums over a small picture, from which any box's numbers are read.

    Attributes:
        colours: (height + 1, width + 1, colours), summed shares of each colour.
        lab: (height + 1, width + 1, 3), summed L*a*b*, about 0 to 1.
        steps: (height + 1, width + 1), summed strengths of all edges.
        upright, level: (height + 1, width + 1) each: strengths of edges that lie between a pixel and the one
            left of it, summed down; and between a pixel and the one above, summed to the right; each the
            strongest of three neighbours.
        across_upright, across_level: the same of the edges that cross such lines.
    """

    colours: Numbers
    lab: Numbers
    steps: Numbers
    upright: Numbers
    level: Numbers
    across_upright: Numbers
    across_level: Numbers

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the small picture."""
        return self.steps.shape[1] - 1, self.steps.shape[0] - 1


def evidence_of(small: Image.Image) -> Evidence:
    """The sums over what :func:`looked_at` gave."""
    lab = (lab_of(small.filter(ImageFilter.GaussianBlur(0.6))) / np.array([100, 128, 128])).astype(np.float32)
    height, width, _ = lab.shape
    right = np.zeros((height, width + 1), np.float32)
    right[:, 1:-1] = np.linalg.norm(np.diff(lab, axis=1), axis=2)
    down = np.zeros((height + 1, width), np.float32)
    down[1:-1] = np.linalg.norm(np.diff(lab, axis=0), axis=2)
    full = max(float(np.quantile(np.concatenate([right.ravel(), down.ravel()]), _EDGE)), 0.02)
    right, down = np.minimum(right / full, 1), np.minimum(down / full, 1)
    near_right, near_down = _strongest(right, 1), _strongest(down, 0)
    crossing_right = np.concatenate([(down[:-1] + down[1:]) / 2, np.zeros((height, 1), np.float32)], axis=1)
    crossing_down = np.concatenate(
        [(right[:, :-1] + right[:, 1:]) / 2, np.zeros((1, width), np.float32)], axis=0
    )
    return Evidence(
        _summed(_shares(lab)),
        _summed(lab),
        _summed(np.asarray((right[:, :-1] + down[:-1])[..., None] / 2, np.float32))[..., 0],
        _summed_along(near_right, 0),
        _summed_along(near_down, 1),
        _summed_along(crossing_right, 0),
        _summed_along(crossing_down, 1),
    )


def numbers_of(evidence: Evidence, boxes: Boxes) -> Numbers:
    """The numbers of each box, (n, :data:`COUNT`), about 0 to 1."""
    width, height = evidence.size
    left, top, right, bottom = boxes.T
    wide, high = right - left, bottom - top
    sides = np.stack(_sides(evidence.upright, evidence.level, boxes), axis=1)
    crossing = np.stack(_sides(evidence.across_upright, evidence.across_level, boxes), axis=1)
    strip = np.maximum(1, np.rint(_STRIP * np.minimum(wide, high))).astype(np.int64)
    strips = []
    lights = []
    for inner, outer, is_at_edge in _strips(boxes, strip, width, height):
        differs = _differing(_mean(evidence.colours, inner), _mean(evidence.colours, outer))
        apart = np.linalg.norm(_mean(evidence.lab, inner) - _mean(evidence.lab, outer), axis=1)
        strips.append(np.where(is_at_edge, 0.5, differs))
        lights.append(np.where(is_at_edge, 0.1, apart))
    ring = 2 * strip
    around = np.stack(
        [
            np.maximum(left - ring, 0),
            np.maximum(top - ring, 0),
            np.minimum(right + ring, width),
            np.minimum(bottom + ring, height),
        ],
        axis=1,
    )
    inside_sum, around_sum = _sum(evidence.colours, boxes), _sum(evidence.colours, around)
    inside = _normal(inside_sum)
    outside = _normal(around_sum - inside_sum)
    core = np.stack([left + wide // 4, top + high // 4, right - wide // 4, bottom - high // 4], axis=1)
    middle = _mean(evidence.colours, core)
    whole = _normal(evidence.colours[-1:, -1])
    steps_in = _mean(evidence.steps[..., None], boxes)[:, 0]
    steps_around = _difference_mean(evidence.steps, around, boxes)
    at_edge = (left == 0).astype(np.float32) + (top == 0) + (right == width) + (bottom == height)
    shorter = min(width, height)
    found = [
        *np.sort(sides, axis=1).T,
        sides.mean(axis=1),
        crossing.mean(axis=1),
        crossing.max(axis=1),
        *np.sort(np.stack(strips, axis=1), axis=1).T,
        *np.sort(np.minimum(np.stack(lights, axis=1), 1), axis=1).T,
        _differing(inside, outside),
        _differing(middle, outside),
        _differing(inside, middle),
        _differing(inside, np.broadcast_to(whole, inside.shape)),
        _differing(outside, np.broadcast_to(whole, inside.shape)),
        _spread(inside),
        _spread(outside),
        steps_in,
        steps_around,
        np.log(np.sqrt(wide * high) / shorter),
        np.log(wide / high),
        np.abs(np.log(wide / high)),
        at_edge / 4,
    ]
    return np.stack(found, axis=1).astype(np.float32)


COUNT = 28


def _strongest(values: Numbers, axis: int) -> Numbers:
    """The strongest of each value and its two neighbours along an axis."""
    found = values.copy()
    head: tuple[slice, ...] = (slice(None),) * axis
    for one, other in ((slice(1, None), slice(None, -1)), (slice(None, -1), slice(1, None))):
        np.maximum(found[(*head, one)], values[(*head, other)], out=found[(*head, one)])
    return found


def _shares(lab: Numbers) -> Numbers:
    """Which of the picture's own colours each pixel has: (height, width, colours) of 0 and 1, by k-means."""
    pixels = lab.reshape(-1, 3)
    some = pixels[:: max(1, len(pixels) // 3000)]
    order = np.argsort(some @ np.array([1.0, 0.7, 0.4], np.float32), kind="stable")
    means = some[order[np.linspace(0, len(some) - 1, _COLOURS).astype(np.int64)]]
    for _ in range(_ROUNDS):
        nearest = _nearest(some, means)
        for number in range(_COLOURS):
            members = some[nearest == number]
            if len(members):
                means[number] = members.mean(axis=0)
    return np.eye(_COLOURS, dtype=np.float32)[_nearest(pixels, means)].reshape(*lab.shape[:2], _COLOURS)


def _nearest(pixels: Numbers, means: Numbers) -> NDArray[np.int64]:
    apart = np.square(means).sum(axis=1) - 2 * pixels @ means.T
    return np.asarray(apart.argmin(axis=1))


def _summed(values: NDArray[np.floating]) -> Numbers:
    """Summed over all above and to the left, with a row and a column of nothing before."""
    height, width, depth = values.shape
    sums = np.zeros((height + 1, width + 1, depth), np.float64)
    np.cumsum(values, axis=0, out=sums[1:, 1:])
    np.cumsum(sums[1:, 1:], axis=1, out=sums[1:, 1:])
    return sums.astype(np.float32)


def _summed_along(values: NDArray[np.floating], axis: int) -> Numbers:
    before = [(1, 0) if axis == each else (0, 0) for each in (0, 1)]
    return np.pad(np.cumsum(values, axis=axis), before).astype(np.float32)


def _sum(sums: Numbers, boxes: Boxes) -> Numbers:
    left, top, right, bottom = boxes.T
    found: Numbers = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    return found


def _mean(sums: Numbers, boxes: Boxes) -> Numbers:
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return np.asarray(_sum(sums, boxes) / np.maximum(area, 1)[:, None], np.float32)


def _difference_mean(sums: Numbers, larger: Boxes, smaller: Boxes) -> Numbers:
    areas = [(boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]) for boxes in (larger, smaller)]
    found = (_sum(sums, larger) - _sum(sums, smaller)) / np.maximum(areas[0] - areas[1], 1)
    return np.asarray(found, np.float32)


def _normal(sums: Numbers) -> Numbers:
    found: Numbers = sums / np.maximum(sums.sum(axis=-1, keepdims=True), 1e-3)
    return found


def _differing(first: Numbers, second: Numbers) -> Numbers:
    """How little two histograms have in common, 0 to 1: one less their intersection."""
    found: Numbers = 1 - np.minimum(first, second).sum(axis=1)
    return found


def _spread(shares: Numbers) -> Numbers:
    """How many colours there are, 0 (one) to 1 (all alike often): entropy."""
    safe = np.maximum(shares, 1e-6)
    found: Numbers = -(safe * np.log(safe)).sum(axis=1) / np.float32(np.log(_COLOURS))
    return found


def _sides(upright: Numbers, level: Numbers, boxes: Boxes) -> list[Numbers]:
    """Mean strength along each side."""
    left, top, right, bottom = boxes.T
    wide, high = right - left, bottom - top
    return [
        (upright[bottom, left] - upright[top, left]) / high,
        (upright[bottom, right] - upright[top, right]) / high,
        (level[top, right] - level[top, left]) / wide,
        (level[bottom, right] - level[bottom, left]) / wide,
    ]


def _strips(
    boxes: Boxes, strip: NDArray[np.int64], width: int, height: int
) -> list[tuple[Boxes, Boxes, NDArray[np.bool_]]]:
    """Of each side: what lies just inside, just outside, and whether there is nothing outside."""
    left, top, right, bottom = boxes.T

    def box(
        x0: NDArray[np.int64], y0: NDArray[np.int64], x1: NDArray[np.int64], y1: NDArray[np.int64]
    ) -> Boxes:
        return np.stack([x0, y0, x1, y1], axis=1)

    out_left, out_right = np.maximum(left - strip, 0), np.minimum(right + strip, width)
    out_top, out_bottom = np.maximum(top - strip, 0), np.minimum(bottom + strip, height)
    return [
        (box(left, top, left + strip, bottom), box(out_left, top, left, bottom), left == 0),
        (box(right - strip, top, right, bottom), box(right, top, out_right, bottom), right == width),
        (box(left, top, right, top + strip), box(left, out_top, right, top), top == 0),
        (box(left, bottom - strip, right, bottom), box(left, bottom, right, out_bottom), bottom == height),
    ]
