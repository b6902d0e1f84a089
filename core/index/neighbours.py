"""What goes into the index and what comes out of it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class VectorBatch:
    """Photos for the index, in step.

    Attributes:
        ids: int64, shape (n,), each at most once.
        vectors: any float type, shape (n, dim), raw (the index applies its measure).
        stamps: int64, shape (n,): a number that differs when a photo's vector differs, such as the first
            eight bytes of the picture's hash; None if a photo id never changes its vector.
    """

    ids: NDArray[np.int64]
    vectors: NDArray[np.floating]
    stamps: NDArray[np.int64] | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A photo found.

    Attributes:
        similarity: the measure's score (:func:`core.embedding.measures.likeness`); 1 is the same vector.
    """

    photo_id: int
    similarity: float


@dataclass(frozen=True, slots=True)
class NeighbourGroup:
    """The photos found of one product (or whatever ``key`` stands for), best first, at least one.

    Attributes:
        confirmed: the best one's similarity is not its own, but that of a search that was confirmed
            (core/search/fair_scores.py).
    """

    key: int
    neighbours: tuple[Neighbour, ...]
    confirmed: bool = False

    @property
    def best(self) -> Neighbour:
        """The photo that speaks for the group."""
        return self.neighbours[0]


GroupOf = Callable[[NDArray[np.int64]], NDArray[np.int64]]
"""Photo ids, shape (n,), to their groups' keys, shape (n,); a negative key leaves the photo out."""

FetchVectors = Callable[[NDArray[np.int64]], NDArray[np.floating]]
"""Photo ids, shape (n,), to their raw vectors, shape (n, dim), in the same order."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """How many photos :meth:`PhotoIndex.sync` had to add, to remove, and to replace."""

    added: int
    removed: int
    replaced: int
