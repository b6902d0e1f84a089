"""Small pictures brought onto one another by their light alone, many pairs at a time.

S. Baker and I. Matthews, "Lucas-Kanade 20 Years On: A Unifying Framework", International Journal of Computer
Vision 56(3), 2004: the inverse compositional algorithm (section 3.2) with an affine map, and with weights for
what does not fit (a sticker, a frame), as in part 2 of that work. Brightness and contrast are fitted too.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_ROUNDS_UNWEIGHTED = 2
_FAR = 2.5
"""Deviations, in which what fits badly counts half or less."""
_LEAST_DEVIATION = 0.05
_STEP = 0.15
"""Of half a side, that one round may move."""
_STIFF = 1e-2
_SAME = 0.35
"""Of the part's own deviation: so far off may a place be that is the same."""
_BLOCK, _EDGE = 6, 2
_LEAST_STRUCTURE = 3.0
"""Deviation of greys, 0 to 255, below which a block is plain and says nothing."""
_ALIKE = 0.85
"""Correlation of a block."""

Greys = NDArray[np.float32]
Maps = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """How parts lie on wholes.

    Attributes:
        maps: (n, 2, 3), from places of the part to places of the whole, both from -1 to 1 along a side.
        likeness: weighted correlation where both are, (n,).
        same: share of the places there that are the same light, (n,).
        contained: how much of the one lies in the other that lies in it the more, (n,).
    """

    maps: Maps
    likeness: Greys
    same: Greys
    contained: Greys


def whole_on_whole(count: int) -> Maps:
    """Where each lies on all of the other."""
    return np.tile(np.eye(3)[:2], (count, 1, 1))


def brought_onto(parts: Greys, wholes: Greys, start: Maps, rounds: int) -> Fit:
    """Parts and wholes (n, side, side) brought onto one another, from :attr:`Fit.maps` that nearly fit.

    Args:
        rounds: how often the maps are mended.
    """
    side = parts.shape[1]
    places = _places(side)
    deviation = parts.std(axis=(1, 2), keepdims=True) + np.float32(1e-3)
    ours = ((parts - parts.mean(axis=(1, 2), keepdims=True)) / deviation).reshape(len(parts), -1)
    slopes = _slopes(parts / deviation, places) * np.float32((side - 1) / 2)
    maps = _square(start)
    weights = np.ones_like(ours)
    for number in range(rounds):
        theirs, inside = _seen_through(wholes, maps[:, :2], places)
        off, _likeness = _difference(ours, theirs, weights * inside)
        if number >= _ROUNDS_UNWEIGHTED:
            usual = 1.48 * np.median(np.abs(off), axis=1, keepdims=True) + np.float32(_LEAST_DEVIATION)
            weights = 1 / (1 + np.square(off / (_FAR * usual)))
        maps = maps @ np.linalg.inv(_square(_step(slopes, off, weights * inside)))
    theirs, inside = _seen_through(wholes, maps[:, :2], places)
    off, likeness = _difference(ours, theirs, weights * inside)
    same = ((np.abs(off) < _SAME) & inside).sum(axis=1) / np.maximum(inside.sum(axis=1), 1)
    back = np.asarray(np.linalg.inv(maps)[:, :2], np.float64)
    _light, covered = _seen_through(parts, back, places)
    contained = np.maximum(inside.mean(axis=1), covered.mean(axis=1))
    return Fit(maps[:, :2], likeness, same.astype(np.float32), contained.astype(np.float32))


def blocks_alike(parts: Greys, wholes: Greys, maps: Maps) -> Greys:
    """Of the blocks of 6 × 6 that have structure in either and lie in both, the share that correlates, (n,).

    Both are a little smoothed, for one may have been shrunk more than the other; the edges are left out,
    where a frame shines in.
    """
    theirs, inside = _seen_through(wholes, maps, _places(parts.shape[1]))
    planes = (_smoothed(parts), _smoothed(theirs.reshape(parts.shape)), inside.reshape(parts.shape))
    ours, other, lies_in = (_blocks(plane[:, _EDGE:-_EDGE, _EDGE:-_EDGE]) for plane in planes)
    a, b = ours - ours.mean(axis=2, keepdims=True), other - other.mean(axis=2, keepdims=True)
    structure, their_structure = a.std(axis=2), b.std(axis=2)
    correlation = (a * b).mean(axis=2) / np.maximum(structure * their_structure, 1e-3)
    looked_at = lies_in.all(axis=2) & (np.maximum(structure, their_structure) > _LEAST_STRUCTURE)
    alike = (looked_at & (correlation > _ALIKE)).sum(axis=1) / np.maximum(looked_at.sum(axis=1), 1)
    return np.asarray(alike, np.float32)


def _smoothed(planes: Greys) -> Greys:
    """Each place with a quarter of its neighbours to both sides, along both axes."""
    wide = np.asarray(np.pad(planes, ((0, 0), (1, 1), (1, 1)), mode="edge"), np.float32)
    along = (wide[:, :, :-2] + 2 * wide[:, :, 1:-1] + wide[:, :, 2:]) / 4
    return np.asarray((along[:, :-2] + 2 * along[:, 1:-1] + along[:, 2:]) / 4, np.float32)


def _places(side: int) -> Greys:
    """x, y and 1 of each place, (3, places)."""
    middle = np.float32((side - 1) / 2)
    down, across = ((grid.ravel() - middle) / middle for grid in np.mgrid[:side, :side].astype(np.float32))
    places: Greys = np.stack([across, down, np.ones_like(across)])
    return places


def _blocks(planes: NDArray[Any]) -> NDArray[Any]:
    """(n, side, side) to (n, blocks, places of a block)."""
    count, along = len(planes), planes.shape[1] // _BLOCK
    cut = planes.reshape(count, along, _BLOCK, along, _BLOCK).transpose(0, 1, 3, 2, 4)
    return cut.reshape(count, along * along, _BLOCK * _BLOCK)


def _square(maps: Maps) -> Maps:
    """(n, 2, 3) to (n, 3, 3)."""
    square = np.tile(np.eye(3), (len(maps), 1, 1))
    square[:, :2] = maps
    return square


def _slopes(parts: Greys, places: Greys) -> Greys:
    """How each place's light changes with each of a map's six numbers, (n, places, 6)."""
    down, across = (slope.reshape(len(parts), -1) for slope in np.gradient(parts, axis=(1, 2)))
    return np.stack([*(across * along for along in places), *(down * along for along in places)], axis=2)


def _seen_through(wholes: Greys, maps: Maps, places: Greys) -> tuple[Greys, NDArray[np.bool_]]:
    """The wholes at the places that the maps lead to, (n, places), and which of them lie in the whole."""
    side = wholes.shape[1]
    middle = np.float32((side - 1) / 2)
    led = maps.astype(np.float32) @ places * middle + middle
    inside = (np.abs(led - middle) <= middle + np.float32(0.5)).all(axis=1)
    x, y = (np.clip(led[:, axis], 0, np.float32(side - 1.001)) for axis in (0, 1))
    left, top = x.astype(np.int32), y.astype(np.int32)
    x, y = x - left, y - top
    at = top * side + left + np.arange(len(wholes), dtype=np.int32)[:, None] * (side * side)
    light = wholes.ravel()
    above = light[at] * (1 - x) + light[at + 1] * x
    below = light[at + side] * (1 - x) + light[at + side + 1] * x
    return above * (1 - y) + below * y, inside


def _difference(ours: Greys, theirs: Greys, weights: Greys) -> tuple[Greys, Greys]:
    """Their light, with the contrast and brightness that fit best, less ours, (n, places); and how they
    correlate, (n,).
    """
    total = np.maximum(weights.sum(axis=1, keepdims=True), 1)
    mine = ours - (weights * ours).sum(axis=1, keepdims=True) / total
    other = theirs - (weights * theirs).sum(axis=1, keepdims=True) / total
    spread = (weights * other * other).sum(axis=1, keepdims=True)
    common = (weights * other * mine).sum(axis=1, keepdims=True)
    own = (weights * mine * mine).sum(axis=1, keepdims=True)
    correlation = common / np.sqrt(np.maximum(spread * own, 1e-6))
    return common / np.maximum(spread, 1e-3) * other - mine, correlation[:, 0]


def _step(slopes: Greys, off: Greys, weights: Greys) -> Maps:
    """The maps, (n, 2, 3), of the part onto itself that explain the difference best."""
    weighted = (slopes * weights[:, :, None]).transpose(0, 2, 1)
    squares = np.matmul(weighted, slopes).astype(np.float64) + _STIFF * np.eye(6)
    found = np.linalg.solve(squares, np.matmul(weighted, off[:, :, None]).astype(np.float64))
    steps: Maps = np.eye(3)[:2] + np.clip(found.reshape(-1, 2, 3), -_STEP, _STEP)
    return steps
