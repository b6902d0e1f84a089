"""Which boxes of a picture may be the outline of one thing each: class-agnostic proposals.

All boxes of a ladder of widths and heights, laid over the picture at a distance of a sixth of their size, are
rated by what speaks for them (core/scene/evidence.py); the best are moved and stretched a little, as long as
that makes them better. How the evidence is weighed was learned on composed pictures
(benchmarks/count/learn_outlines.py), by a network of two hidden layers whose numbers lie in
resources/outlines.npz.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core import paths
from core.files.arrays import read_arrays
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.scene.evidence import Boxes, Evidence, Numbers, evidence_of, looked_at, numbers_of

LEAST_SIDE = 9
"""Pixels of 192 of the shorter side of a box."""
_LEAST_LONGER_SIDE = 12
_STEP = 1.28
"""From one width on the ladder to the next."""
_MOST_OBLONG = 3.2
_APART = 0.2
_MOST_SHARE = 0.95
_AT_ONCE = 8192
_KEPT = 300
_REFINED = 120
_SAME = 0.7
_LOOKING = message("core", "Looking for products in the picture")


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """Boxes that may be one thing each, the likeliest first.

    Attributes:
        boxes: (n, 4) float, left, top, right, bottom in shares of the picture's width and height.
        ratings: (n,), how likely each is, 0 to 1.
    """

    boxes: NDArray[np.float64]
    ratings: Numbers


def outlines_in(image: Image.Image, most: int, progress: ReportProgress = ignore_progress) -> Outlines:
    """Up to ``most`` boxes of ``image`` (RGB), no two of them nearly the same.

    Raises:
        Cancelled: ``progress`` asked to stop; it is asked some ten times a second.
    """
    small = looked_at(image)
    evidence = evidence_of(small)
    boxes = laid_over(*evidence.size)
    rated = ratings(evidence, boxes, progress)
    first = np.argsort(-rated, kind="stable")[: 4 * _KEPT]
    boxes, rated = apart(boxes[first], rated[first], _SAME, _REFINED)
    boxes, rated = _refined(evidence, boxes, rated, progress)
    boxes, rated = apart(boxes, rated, _SAME, most)
    width, height = evidence.size
    return Outlines(boxes / np.array([width, height, width, height]), rated)


def laid_over(width: int, height: int) -> Boxes:
    """All boxes of the ladder over a picture of this size, (n, 4)."""
    found = []
    longest = max(width, height) * _MOST_SHARE
    ladder = LEAST_SIDE * _STEP ** np.arange(int(np.log(longest / LEAST_SIDE) / np.log(_STEP)) + 1)
    for wide in np.rint(ladder).astype(int).tolist():
        for high in np.rint(ladder).astype(int).tolist():
            if wide > width or high > height or max(wide, high) < _LEAST_LONGER_SIDE:
                continue
            if max(wide / high, high / wide) > _MOST_OBLONG:
                continue
            across, down = (
                1 + round(room / max(1.0, _APART * length))
                for room, length in ((width - wide, wide), (height - high, high))
            )
            lefts = np.unique(np.rint(np.linspace(0, width - wide, across)))
            tops = np.unique(np.rint(np.linspace(0, height - high, down)))
            x, y = (grid.ravel().astype(np.int64) for grid in np.meshgrid(lefts, tops))
            found.append(np.stack([x, y, x + wide, y + high], axis=1))
    return np.concatenate(found) if found else np.array([[0, 0, width, height]], np.int64)


def ratings(evidence: Evidence, boxes: Boxes, progress: ReportProgress = ignore_progress) -> Numbers:
    """How likely each box is the outline of one thing, (n,), 0 to 1.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    learned = _learned()
    parts = []
    for start in range(0, len(boxes), _AT_ONCE):
        report(progress, _LOOKING, start, len(boxes))
        numbers = (numbers_of(evidence, boxes[start : start + _AT_ONCE]) - learned["mean"]) / learned[
            "spread"
        ]
        hidden = np.maximum(numbers @ learned["first"] + learned["first_bias"], 0)
        hidden = np.maximum(hidden @ learned["second"] + learned["second_bias"], 0)
        parts.append(hidden @ learned["last"] + learned["last_bias"])
    found: Numbers = 1 / (1 + np.exp(-np.concatenate(parts)))
    return found


def overlaps(box: NDArray[np.number], boxes: NDArray[np.number]) -> NDArray[np.float64]:
    """Intersection over union of a box with each of ``boxes``, (n,)."""
    shared, areas = shared_areas(box, boxes)
    own = (box[2] - box[0]) * (box[3] - box[1])
    found: NDArray[np.float64] = shared / np.maximum(areas + own - shared, 1e-12)
    return found


def shared_areas(
    box: NDArray[np.number], boxes: NDArray[np.number]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The area that a box shares with each of ``boxes``, and the area of each, (n,) both."""
    wide = np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0])
    high = np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1])
    shared = np.maximum(wide, 0) * np.maximum(high, 0)
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return np.asarray(shared, np.float64), np.asarray(areas, np.float64)


def apart(boxes: Boxes, rated: Numbers, same: float, most: int) -> tuple[Boxes, Numbers]:
    """The best ``most`` boxes of which no two overlap by ``same`` or more, best first."""
    order = np.argsort(-rated, kind="stable")
    kept: list[int] = []
    while len(order) and len(kept) < most:
        kept.append(int(order[0]))
        order = order[1:][overlaps(boxes[order[0]], boxes[order[1:]]) < same]
    return boxes[kept], rated[kept]


def _refined(
    evidence: Evidence, boxes: Boxes, rated: Numbers, progress: ReportProgress
) -> tuple[Boxes, Numbers]:
    """Each box with its sides moved, one after the other, to where it is rated best."""
    width, height = evidence.size
    limits = np.array([width, height, width, height])
    for share in (0.12, 0.06):
        for side in (0, 2, 1, 3):
            length = boxes[:, 2 + side % 2] - boxes[:, side % 2]
            step = np.maximum(1, np.rint(share * length)).astype(np.int64)
            for sign in (-1, 1):
                moved = boxes.copy()
                moved[:, side] = np.clip(moved[:, side] + sign * step, 0, limits[side])
                whole = ((moved[:, 2] - moved[:, 0]) >= LEAST_SIDE) & (
                    (moved[:, 3] - moved[:, 1]) >= LEAST_SIDE
                )
                moved[~whole] = boxes[~whole]
                report(progress, _LOOKING, 1, 1)
                again = ratings(evidence, moved)
                better = again > rated
                boxes = np.where(better[:, None], moved, boxes)
                rated = np.where(better, again, rated)
    return boxes, rated


@cache
def _learned() -> dict[str, Numbers]:
    """The learned numbers, read once."""
    return {
        name: np.asarray(values, np.float32)
        for name, values in read_arrays(paths.resources() / "outlines.npz").items()
    }
