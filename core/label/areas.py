"""Connected areas of a mask, by their runs: a stretch of pixels in one row.

Two runs of neighbouring rows belong together when they share a column or touch at a corner. Each run
starts with its own number; the lower of two that touch is passed on, and numbers jump to the number of their
number, until nothing changes (Y. Shiloach and U. Vishkin, "An O(log n) parallel connectivity algorithm",
J. Algorithms 3, 1982): a few passes over arrays, however long an area is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Stretches of set pixels, in reading order; arrays of shape (n,) int64.

    Attributes:
        rows: y of each.
        firsts, ends: x of its first pixel and of the one after its last.
        areas: the number of the area that it belongs to, from 0 without a gap.
    """

    rows: NDArray[np.int64]
    firsts: NDArray[np.int64]
    ends: NDArray[np.int64]
    areas: NDArray[np.int64]


def connected_areas(mask: NDArray[np.bool_]) -> Runs:
    """The runs of ``mask``, (height, width), each with the area that it is part of (8 neighbours count)."""
    height, width = mask.shape
    padded = np.zeros((height, width + 2), np.int8)
    padded[:, 1:-1] = mask
    change = np.diff(padded, axis=1)
    rows, firsts = np.nonzero(change == 1)
    _rows, ends = np.nonzero(change == -1)
    above, below = _touching(rows, firsts, ends, width)
    number = np.arange(len(rows))
    while True:
        before = number.copy()
        lower = np.minimum(number[above], number[below])
        np.minimum.at(number, number[above], lower)
        np.minimum.at(number, number[below], lower)
        number = number[number]
        if np.array_equal(number, before):
            break
    firsts_of_areas = np.flatnonzero(number == np.arange(len(number)))  # an area has its first run's number
    return Runs(rows, firsts, ends, np.searchsorted(firsts_of_areas, number))


def _touching(
    rows: NDArray[np.int64], firsts: NDArray[np.int64], ends: NDArray[np.int64], width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of runs, one in the row below the other, that touch."""
    stride = width + 2  # so that no run of one row lies behind the beginning of the next
    # In the row below, those that end after this one's first pixel - 1, up to those that begin by its end.
    starts = np.searchsorted(rows * stride + ends, (rows + 1) * stride + firsts, side="left")
    stops = np.searchsorted(rows * stride + firsts, (rows + 1) * stride + ends, side="right")
    counts = np.maximum(stops - starts, 0)
    above = np.repeat(np.arange(len(rows)), counts)
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return above, np.repeat(starts, counts) + offsets
