"""The fresh tail: vectors that no generation has yet, in memory, searched exactly.

One writer at a time changes a :class:`Tail`; readers search the :class:`TailView` that they were given,
which never changes: the arrays behind it only grow beyond its end, and a removal copies the mask.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure, offsets

_Number = TypeVar("_Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class TailView:
    """The tail at one moment; all arrays have the same length. ``offsets`` is None where it is 0."""

    ids: NDArray[np.int64]
    stamps: NDArray[np.int64]
    matrix: NDArray[np.float32]
    offsets: NDArray[np.float32] | None
    alive: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """Photos in it that were not removed."""
        return int(np.count_nonzero(self.alive))


class Tail:
    """Rows in the index's space that were added one after another; the newest row of an id counts."""

    def __init__(self, dim: int, measure: Measure) -> None:
        self._measure = measure
        self._ids = np.empty(0, np.int64)
        self._stamps = np.empty(0, np.int64)
        self._matrix = np.empty((0, dim), np.float32)
        self._offsets = np.empty(0, np.float32)
        self._alive = np.empty(0, np.bool_)
        self._row_of: dict[int, int] = {}

    def __contains__(self, photo_id: int) -> bool:
        return photo_id in self._row_of

    def view(self) -> TailView:
        """What is in it now."""
        used = len(self._alive)
        return TailView(
            self._ids[:used],
            self._stamps[:used],
            self._matrix[:used],
            self._offsets[:used] if self._measure is Measure.EUCLIDEAN else None,
            self._alive,
        )

    def append(self, ids: NDArray[np.int64], rows: NDArray[np.float32], stamps: NDArray[np.int64]) -> None:
        """Add rows; an id that is in already is replaced."""
        self.remove(ids)
        used, needed = len(self._alive), len(self._alive) + len(ids)
        if needed > len(self._ids):
            self._grow(max(needed, 2 * used, 64))
        self._ids[used:needed] = ids
        self._stamps[used:needed] = stamps
        self._matrix[used:needed] = rows
        row_offsets = offsets(rows, self._measure)
        if row_offsets is not None:
            self._offsets[used:needed] = row_offsets
        self._alive = np.concatenate([self._alive, np.ones(len(ids), np.bool_)])
        self._row_of.update(zip(ids.tolist(), range(used, needed), strict=True))

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Strike out rows; ids that are not in are ignored."""
        rows = [self._row_of.pop(photo_id) for photo_id in ids.tolist() if photo_id in self._row_of]
        if rows:
            self._alive = self._alive.copy()
            self._alive[rows] = False

    def _grow(self, capacity: int) -> None:
        self._ids = _grown(self._ids, capacity)
        self._stamps = _grown(self._stamps, capacity)
        self._matrix = _grown(self._matrix, capacity)
        self._offsets = _grown(self._offsets, capacity)


def _grown(array: NDArray[_Number], capacity: int) -> NDArray[_Number]:
    larger = np.empty((capacity, *array.shape[1:]), array.dtype)
    larger[: len(array)] = array
    return larger
