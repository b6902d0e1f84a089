"""Which of many pairs of pictures may be copies, seen so small that a thousand are judged in a second.

A copy that was shrunk, compressed or lit otherwise looks the same in 16 × 16 greys; one that was cut lies
somewhere within, and one with a border has the other within it. So each is laid over every place of the
other, in a few sizes, and correlated; as a whole also mirrored and turned. Those that fit at all are brought
onto one another more exactly in 32 × 32 and then in 64 × 64 greys, in which nearly all photos that are merely
alike are passed over. The closer look decides.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.copies.laid_over import Fit, Greys, Maps, blocks_alike, brought_onto, whole_on_whole

SMALL, FINE = 32, 64
"""Pixels of a side of both looks."""
_COARSE = 16
_SIZES = (16, 14, 13, 12)
"""Of a copy that is a part: down to half of the area."""
_WAYS = 8
_LEAST_WHOLE, _LEAST_PART = 0.3, 0.5
_LEAST_LIKENESS, _LEAST_SAME, _ROUNDS = 0.9, 0.5, 8
_LEAST_LIKENESS_FINE, _LEAST_SAME_FINE, _ROUNDS_FINE = 0.955, 0.75, 4
_LEAST_CONTAINED, _LEAST_BLOCKS = 0.95, 0.8
"""Nine of ten copies that were cut to three quarters, framed, turned a little or have a sticker on them reach
them all; of other photos of the same product one in a thousand."""
_SHAPE = 0.02
"""Logarithm of how much wider one is for its height."""
_FIELD = 8.0
"""Of 255."""

Looks = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Likely:
    """Pairs that may be copies.

    Attributes:
        rows: which of those that were asked, (n,).
        ways: how the second one was turned, (n,): quarter turns, and 4 more if it was mirrored before.
        swapped: whether the first lies in the second one, or the second in the first, (n,).
        maps: see :attr:`core.copies.laid_over.Fit.maps`, (n, 2, 3).
    """

    rows: NDArray[np.int64]
    ways: NDArray[np.int64]
    swapped: NDArray[np.bool_]
    maps: Maps

    @property
    def mirrored(self) -> NDArray[np.bool_]:
        """Whether the second one was mirrored, (n,)."""
        mirrored: NDArray[np.bool_] = self.ways >= _WAYS // 2
        return mirrored

    def only(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> "Likely":
        """Some of them, by their places or as a mask."""
        return Likely(self.rows[which], self.ways[which], self.swapped[which], self.maps[which])


def look(image: Image.Image, side: int) -> Looks:
    """A picture in side × side greys, whatever its shape."""
    small = image.convert("L").resize((side, side), Image.Resampling.BOX, reducing_gap=2.0)
    return np.asarray(small, np.uint8)


def likely_copies(ones: Looks, others: Looks) -> Likely:
    """Which pairs of small looks (n, 32, 32) may be copies: either of the other, whole or a part."""
    if not len(ones):
        none = np.empty(0, np.int64)
        return Likely(none, none, none > 0, whole_on_whole(0))
    first, second = ones.astype(np.float32), others.astype(np.float32)
    coarse_first, coarse_second = _halved(first), _halved(second)
    alike_whole, ways = _best_way(coarse_first, coarse_second)
    within_second, where_second = _best_window(coarse_first, coarse_second)
    within_first, where_first = _best_window(coarse_second, coarse_first)
    is_whole, is_part = (
        np.flatnonzero(alike_whole >= _LEAST_WHOLE),
        np.flatnonzero(np.maximum(within_second, within_first) >= _LEAST_PART),
    )
    swapped = (within_first > within_second)[is_part]
    starts = np.where(swapped[:, None, None], where_first[is_part], where_second[is_part])
    asked = Likely(
        np.concatenate([is_whole, is_part]),
        np.concatenate([ways[is_whole], np.zeros(len(is_part), np.int64)]),
        np.concatenate([np.zeros(len(is_whole), bool), swapped]),
        np.concatenate([whole_on_whole(len(is_whole)), starts]),
    )
    if not len(asked.rows):
        return asked
    placed = _brought(first[asked.rows], second[asked.rows], asked, _ROUNDS)
    order = np.lexsort((-placed.fit.same, asked.rows))  # of each row's ways the one that fits best
    order = order[placed.fits(_LEAST_LIKENESS, _LEAST_SAME)[order]]
    _rows, best = np.unique(asked.rows[order], return_index=True)
    return placed.likely.only(order[best])


def still_likely(ones: Looks, others: Looks, likely: Likely) -> Likely:
    """Those of ``likely`` whose fine looks (n, 64, 64) fit, too."""
    if not len(likely.rows):
        return likely
    first, second = ones.astype(np.float32), others.astype(np.float32)
    placed = _brought(first, second, likely, _ROUNDS_FINE)
    fits = placed.fits(_LEAST_LIKENESS_FINE, _LEAST_SAME_FINE)
    fits &= blocks_alike(placed.parts, placed.wholes, placed.likely.maps) >= _LEAST_BLOCKS
    return placed.likely.only(fits)


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """Pairs brought onto one another: as they lie now, how well, and the two looks of each."""

    likely: Likely
    fit: Fit
    parts: Greys
    wholes: Greys

    def fits(self, likeness: float, same: float) -> NDArray[np.bool_]:
        """Which of them fit, (n,)."""
        fit = self.fit
        well: NDArray[np.bool_] = (fit.likeness >= likeness) & (fit.same >= same)
        return well & (fit.contained >= _LEAST_CONTAINED)


def _brought(first: Greys, second: Greys, likely: Likely, rounds: int) -> _Placed:
    """Looks of ``likely``, (n, side, side), brought onto one another."""
    second = _turned(second, likely.ways)
    swapped = likely.swapped[:, None, None]
    parts, wholes = np.where(swapped, second, first), np.where(swapped, first, second)
    fit = brought_onto(parts, wholes, likely.maps, rounds)
    return _Placed(Likely(likely.rows, likely.ways, likely.swapped, fit.maps), fit, parts, wholes)


def _halved(looks: Greys) -> Greys:
    halved: Greys = looks.reshape(len(looks), _COARSE, 2, _COARSE, 2).mean(axis=(2, 4))
    return halved


def _turned(looks: Greys, ways: NDArray[np.int64]) -> Greys:
    """Each look its own way."""
    turned = looks.copy()
    for way in np.unique(ways[ways > 0]).tolist():
        turned[ways == way] = _one_way(looks[ways == way], way)
    return turned


def _one_way(looks: Greys, way: int) -> Greys:
    return np.rot90(looks[:, :, ::-1] if way >= _WAYS // 2 else looks, way % 4, axes=(1, 2))


def _directions(looks: Greys) -> Greys:
    """Each look as one direction, (n, places): two that differ in brightness and contrast have the same."""
    rows = looks.reshape(len(looks), -1)
    rows = rows - rows.mean(axis=1, keepdims=True)
    directions: Greys = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return directions


def _best_way(first: Greys, second: Greys) -> tuple[Greys, NDArray[np.int64]]:
    """The best correlation of the whole on the whole, and how the second was turned for it, (n,) each."""
    ours = _directions(first)
    alike = [np.einsum("np,np->n", ours, _directions(_one_way(second, way).copy())) for way in range(_WAYS)]
    ways = np.argmax(alike, axis=0)
    return np.max(alike, axis=0), ways


def _best_window(parts: Greys, wholes: Greys) -> tuple[Greys, Maps]:
    """The best correlation of each part with a window of its whole, (n,), and the map onto it, (n, 2, 3)."""
    best = np.full(len(parts), -1, np.float32)
    maps = np.zeros((len(parts), 2, 3))
    middle = (_COARSE - 1) / 2
    for size in _SIZES:
        ours = _directions(_resized(parts, size))
        windows = np.lib.stride_tricks.sliding_window_view(wholes, (size, size), axis=(1, 2))
        along = windows.shape[1]
        theirs = windows.reshape(len(parts), along * along, size * size)
        spread = np.einsum("nwp,nwp->nw", theirs, theirs) - np.square(theirs.sum(axis=2)) / size**2
        alike = np.matmul(theirs, ours[:, :, None])[..., 0] / np.sqrt(np.maximum(spread, 1e-3))
        where = alike.argmax(axis=1)
        found = alike[np.arange(len(parts)), where]
        better = found > best
        best[better] = found[better]
        scale = (size - 1) / (_COARSE - 1)
        maps[better] = 0
        maps[better, 0, 0] = maps[better, 1, 1] = scale
        maps[better, 0, 2] = (where[better] % along + scale * middle - middle) / middle
        maps[better, 1, 2] = (where[better] // along + scale * middle - middle) / middle
    return best, maps


def _resized(looks: Greys, size: int) -> Greys:
    """(n, 16, 16) to (n, size, size), each place the mean of what it covers."""
    edges = np.linspace(0, _COARSE, size + 1)
    covered = np.minimum(edges[1:, None], np.arange(1, _COARSE + 1)) - np.maximum(
        edges[:-1, None], np.arange(_COARSE)
    )
    shares = (np.maximum(covered, 0) * (size / _COARSE)).astype(np.float32)
    resized: Greys = shares @ looks @ shares.T
    return resized


def nearly_equal(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures without points are one, shrunk or compressed: the same colours everywhere.

    Of 16 × 16 colours none may differ by more than compression makes of it.
    """
    if abs(np.log(one.width / one.height * other.height / other.width)) > _SHAPE:
        return False
    fields = [
        np.asarray(picture.convert("RGB").resize((16, 16), Image.Resampling.BOX), np.float32)
        for picture in (one, other)
    ]
    return bool(np.abs(fields[0] - fields[1]).max() < _FIELD)
