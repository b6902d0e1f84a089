"""Which pattern a product has, where that can be measured: plain, striped, checked, dotted.

The edges inside a product are held against what each pattern would make of them. Plain: there are next to
none. Stripes: nearly all run in one direction, and across them the colour comes and goes. Checks: in two
directions at a right angle, and across both. Dots: many round spots of about one size. Writing, pictures and
marbling are none of these. What each mark is worth: docs/decisions/0050-words-for-pictures.md.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.imaging.regions import clusters, connected_parts

_EDGE = 7.0
"""Steps in L*a*b* from a pixel to the next but one that are seen as an edge."""
_STRONGEST = 40.0
"""A step above this counts for no more."""
_PLAIN_EDGES, _NOT_PLAIN = 0.025, 0.085
"""Share of the pixels on edges: up to the first a product is surely plain, from the second on surely not."""
_LEAST_PIXELS = 400
_TURNS = 24
"""Directions of edges that are told apart, in half a turn."""
_ONE_WAY, _TWO_WAYS, _SECOND_WAY = 0.62, 0.75, 0.3
"""Share of the edges that run in one direction, in two, and in the lesser of the two at least."""
_LINES = 40
_LEAST_CHANGES, _LEAST_CHECKS = 4, 6
"""How often a line across the product changes its colour at least."""
_LEAST_DOTS, _MOST_DOTS = 8, 120
_FEW, _MANY = 0.03, 0.45
"""Share of a product that its dots take."""
_SPECK = 9
"""Pixels; smaller spots are noise."""
_MOSTLY = 0.66
"""Of the spots that are round."""
_ROUND = (0.62, 0.97)
"""Share of its box that a spot fills; a circle fills 0.785."""


def pattern_words(lab: NDArray[np.float64], mask: NDArray[np.bool_]) -> dict[str, float]:
    """The pattern of a product with how sure that is, 0 to 1, by the vocabulary's names; none if it is none.

    Args:
        lab: a small picture in L*a*b*, (h, w, 3).
        mask: the product on it, (h, w).
    """
    inside = _shrunk(mask)
    if np.count_nonzero(inside) < _LEAST_PIXELS:
        return {}
    box = tuple(slice(max(0, int(places.min()) - 1), int(places.max()) + 2) for places in np.nonzero(inside))
    lab, inside = lab[box], inside[box]
    strength, direction = _edges(lab)
    on_edge = inside & (strength > _EDGE)
    share = np.count_nonzero(on_edge) / np.count_nonzero(inside)
    if share <= _NOT_PLAIN:
        sure = (_NOT_PLAIN - share) / (_NOT_PLAIN - _PLAIN_EDGES)
        return {"plain": round(float(min(1.0, sure)), 3)} if sure >= 0.5 else {}
    weights = np.minimum(strength[on_edge], _STRONGEST)
    found = _lined(lab, inside, direction[on_edge], weights) or {"dotted": _dotted(lab, inside)}
    return {name: round(sureness, 3) for name, sureness in found.items() if sureness}


def _shrunk(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Without the outline, which is an edge of its own."""
    picture = Image.fromarray(mask.astype(np.uint8) * 255)
    return np.asarray(picture.filter(ImageFilter.MinFilter(9))) > 127


def _edges(lab: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How strong the edge at each pixel is, and where it leads: radians from 0 to π, by the structure tensor
    of all three channels (S. Di Zenzo, 1986)."""
    down, across = np.zeros_like(lab), np.zeros_like(lab)
    down[1:-1] = lab[2:] - lab[:-2]
    across[:, 1:-1] = lab[:, 2:] - lab[:, :-2]
    rows, columns, both = (
        (one * other).sum(axis=2) for one, other in ((down, down), (across, across), (down, across))
    )
    return np.sqrt(rows + columns), (0.5 * np.arctan2(2 * both, columns - rows)) % np.pi


def _lined(
    lab: NDArray[np.float64],
    inside: NDArray[np.bool_],
    directions: NDArray[np.float64],
    weights: NDArray[np.float64],
) -> dict[str, float]:
    """Whether there are stripes or checks, and how sure that is."""
    places = (directions / np.pi * _TURNS).astype(int) % _TURNS
    shares = np.bincount(places, weights, _TURNS) / weights.sum()
    near = np.array([np.roll(shares, 2 - turn)[:5].sum() for turn in range(_TURNS)])
    one = int(near.argmax())
    crossed = near + np.roll(near, -_TURNS // 2)
    least = np.minimum(near, np.roll(near, -_TURNS // 2))
    two = int(np.where(least >= _SECOND_WAY, crossed, 0).argmax())
    checks = min(_changes(lab, inside, two), _changes(lab, inside, two + _TURNS // 2))
    if least[two] >= _SECOND_WAY and crossed[two] >= _TWO_WAYS and checks >= _LEAST_CHECKS:
        return {"checked": float(min(1.0, crossed[two]))}
    if near[one] >= _ONE_WAY and _changes(lab, inside, one) >= _LEAST_CHANGES:
        return {"striped": float(min(1.0, near[one] + 0.1))}
    return {}


def _changes(lab: NDArray[np.float64], inside: NDArray[np.bool_], turn: int) -> int:
    """How often the mean colour of lines turns on the way in a direction."""
    rows, columns = np.nonzero(inside)
    angle = (turn + 0.5) * np.pi / _TURNS
    along = columns * np.cos(angle) + rows * np.sin(angle)
    span = max(float(np.ptp(along)), 1e-6)
    lines = np.minimum((along - along.min()) / span * _LINES, _LINES - 1).astype(int)
    counts = np.bincount(lines, minlength=_LINES)
    full = counts >= max(4, counts.max() // 8)
    sums = np.stack([np.bincount(lines, lab[rows, columns, plane], _LINES) for plane in range(3)], axis=1)
    colours = sums[full] / counts[full, None]
    steps = np.diff(colours - colours.mean(axis=0), axis=0)
    _values, axes = np.linalg.eigh(steps.T @ steps)
    swing = steps @ axes[:, -1]
    far = swing[np.abs(swing) > 0.25 * np.abs(swing).max(initial=1e-6)]
    return int(np.count_nonzero(np.diff(np.sign(far))))


def _dotted(lab: NDArray[np.float64], inside: NDArray[np.bool_]) -> float:
    """How sure dots are: how many of the spots of one colour are round and of one size."""
    values = lab[inside]
    surest = 0.0
    for count in (2, 3):
        _means, numbers = clusters(values.copy(), count)
        for colour in range(count):
            spots = np.zeros(inside.shape, bool)
            spots[inside] = numbers == colour
            if _FEW <= np.count_nonzero(numbers == colour) / len(numbers) <= _MANY:
                surest = max(surest, _round_share(spots))
    return surest


def _round_share(spots: NDArray[np.bool_]) -> float:
    """The share of the spots that are round and of the usual size; 0 where they are too few or too many."""
    rows, columns = np.nonzero(spots)
    _names, numbers, sizes = np.unique(
        connected_parts(spots)[rows, columns], return_inverse=True, return_counts=True
    )
    large = sizes >= _SPECK
    if not _LEAST_DOTS <= np.count_nonzero(large) <= _MOST_DOTS:
        return 0.0
    height, width = (_extent(places, numbers, len(sizes))[large] for places in (rows, columns))
    filled, same = sizes[large] / (height * width), sizes[large] / np.median(sizes[large])
    is_round = (height < 2 * width) & (width < 2 * height) & (filled >= _ROUND[0]) & (filled <= _ROUND[1])
    good = int(np.count_nonzero(is_round & (same > 0.4) & (same < 2.2)))
    share = good / len(filled)
    return share if share >= _MOSTLY and good >= _LEAST_DOTS else 0.0


def _extent(places: NDArray[np.int64], numbers: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """How far each of ``count`` parts reaches, in pixels, from the places of all pixels."""
    first, last = np.full(count, np.iinfo(np.int64).max), np.full(count, -1, np.int64)
    np.minimum.at(first, numbers, places)
    np.maximum.at(last, numbers, places)
    reach: NDArray[np.int64] = last - first + 1
    return reach
