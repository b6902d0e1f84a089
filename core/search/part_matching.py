"""Which parts of two pictures match: by what a CNN saw in each place.

The method, cell by cell (a cell is one place of the network's feature map):

1. A cell is described by the features of the last layer, stretched over the finer grid, at unit length.
   Beside them stand those of the finer layer, centred on the mean of both pictures' cells, with a smaller
   weight: they tell neighbouring cells apart.
2. The likeness of two cells is the cosine of their descriptions, times how much the network saw in the weaker
   of them: the length of its last features beside the greatest in its picture. A plain ground has features,
   too, but faint ones; without this, white would match white. A cell's likeness to the *other picture* is
   that with its best cell there.
3. Two cells are a **pair** if each is the other's best: mutual nearest neighbours, known as best buddies
   (T. Dekel et al., "Best-Buddies Similarity for robust template matching", CVPR 2015; in CNN features:
   K. Aberman et al., "Neural best-buddies: sparse cross-domain correspondence", SIGGRAPH 2018). What lies in
   one picture only finds no partner that prefers it, too.
4. Of the pairs the surest are kept, none too near a surer one, so that the eye can follow them.

It says where the two look alike to the network, not why the search ranked them as it did.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_PAIRS = 12
LEAST_LIKENESS = 0.22
"""Of a pair that is shown. Different products reach it, too, where they look alike."""
LAST_WEIGHT = 0.7
"""Of the last layer's features, which know what a thing is, beside the finer ones."""
_APART = 2.0
"""Cells between two pairs that are both shown, in either picture."""
_NO_LENGTH = 1e-12

Map = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that match: middles of cells, x and y from 0 to 1 of the square that the network saw."""

    first: tuple[float, float]
    second: tuple[float, float]
    likeness: float


@dataclass(frozen=True, slots=True, eq=False)
class PartsMatch:
    """What matches between two pictures.

    Attributes:
        first, second: likeness of each cell to the other picture, 0 to 1, (height, width), row by row.
        pairs: places that match each other, the surest first.
    """

    first: Map
    second: Map
    pairs: tuple[Pair, ...]


def match_parts(layers: Sequence[NDArray[np.float32]], margin: int = 0) -> PartsMatch:
    """Match two pictures by their features.

    Args:
        layers: (2, channels, side, side) each, the last layer first, then finer ones; at least one.
        margin: cells of the finest layer on each side that are no part of the pictures and are left out.

    Returns:
        Maps on the finest layer's grid, without the margin.
    """
    grid = max(layer.shape[-1] for layer in layers)
    side = grid - 2 * margin
    cells = [_inner(layer, grid, margin) for layer in layers]
    seen = np.linalg.norm(cells[0], axis=2)
    seen = seen / np.maximum(seen.max(axis=1, keepdims=True), _NO_LENGTH)
    likeness = _cosines(cells[0])
    for finer in cells[1:]:
        centred = finer - finer.mean(axis=(0, 1), keepdims=True)
        likeness = LAST_WEIGHT * likeness + (1 - LAST_WEIGHT) * _cosines(centred)
    likeness = likeness * np.minimum(seen[0][:, None], seen[1][None, :])
    best_of_first, best_of_second = likeness.argmax(axis=1), likeness.argmax(axis=0)
    mutual = np.flatnonzero(best_of_second[best_of_first] == np.arange(side * side))
    pairs = [(int(cell), int(best_of_first[cell])) for cell in mutual]
    pairs.sort(key=lambda pair: -likeness[pair])
    return PartsMatch(
        _map(likeness.max(axis=1), side),
        _map(likeness.max(axis=0), side),
        _spread([(pair, float(likeness[pair])) for pair in pairs], side),
    )


def _inner(layer: NDArray[np.float32], grid: int, margin: int) -> NDArray[np.float32]:
    """(2, channels, h, w) to the inner cells of a finer grid, (2, cells, channels)."""
    inner = slice(margin, grid - margin)
    fine = _stretched(layer, grid)[:, :, inner, inner]
    return fine.reshape(2, layer.shape[1], -1).transpose(0, 2, 1)


def _cosines(cells: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of each cell of the first picture with each of the second, (cells, cells)."""
    units = cells / np.maximum(np.linalg.norm(cells, axis=2, keepdims=True), _NO_LENGTH)
    return np.asarray(units[0] @ units[1].T, np.float32)


def _stretched(layer: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """The features between the cells' middles, linear along both axes; the edges are held."""
    for axis in (2, 3):
        cells = layer.shape[axis]
        if cells != side:
            place = np.clip((np.arange(side) + 0.5) * cells / side - 0.5, 0, cells - 1)
            low = np.minimum(place.astype(int), cells - 2) if cells > 1 else np.zeros(side, int)
            share = (place - low).astype(np.float32)
            shape = [-1 if other == axis else 1 for other in range(4)]
            share = share.reshape(shape)
            high = np.minimum(low + 1, cells - 1)
            layer = layer.take(low, axis=axis) * (1 - share) + layer.take(high, axis=axis) * share
    return layer


def _map(likeness: NDArray[np.float32], side: int) -> Map:
    return np.clip(likeness, 0, 1).reshape(side, side).astype(np.float32)


def _spread(pairs: list[tuple[tuple[int, int], float]], side: int) -> tuple[Pair, ...]:
    """The surest pairs that are far enough from every surer one."""
    kept: list[Pair] = []
    for (first, second), likeness in pairs:
        pair = Pair(_middle(first, side), _middle(second, side), likeness)
        if likeness < LEAST_LIKENESS or len(kept) == MOST_PAIRS:
            break
        if all(
            _distance(pair.first, other.first) * side >= _APART
            and _distance(pair.second, other.second) * side >= _APART
            for other in kept
        ):
            kept.append(pair)
    return tuple(kept)


def _middle(cell: int, side: int) -> tuple[float, float]:
    return ((cell % side + 0.5) / side, (cell // side + 0.5) / side)


def _distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    return float(np.hypot(first[0] - second[0], first[1] - second[1]))
