"""Whether two pictures that lie on one another are the same but for a sticker, a mark or a word over one.

What was laid over covers a little, and is plain where the picture below has structure, or the other way
round. Two varieties of one package differ in the same places, but there both have structure: another word,
another fruit.
"""

import numpy as np
from numpy.typing import NDArray

_OFF = 25.0
"""Of 255, in one channel: what is so far off is another colour."""
_MOST_COVERED = 0.09
_MOST_ELSEWHERE = 4.0
"""Of 255: how far off the rest may be in the mean."""
_MOST_ALIKE = 0.6
"""How much structure the one may have there for that of the other."""
_ROUNDS = 4
_USUAL = 60
"""Per cent of the pixels, that are surely not covered."""

Plane = NDArray[np.float32]
Mask = NDArray[np.bool_]


def only_a_sticker(theirs: Plane, mine: Plane, inside: Mask) -> bool:
    """Compare two pictures (height, width, 3) where both are, (height, width)."""
    off = _off(theirs, mine, inside)
    covered = _grown(_shrunk((off > _OFF) & inside, 1), 1)
    rest = inside & ~_grown(covered, 2)
    if not covered.any():
        return bool(off[inside].mean() < _MOST_ELSEWHERE)
    if covered.sum() > _MOST_COVERED * inside.sum() or not rest.any():
        return False
    if off[rest].mean() > _MOST_ELSEWHERE:
        return False
    middle = _shrunk(covered, 1)
    one, other = (float(_slopes(plane)[middle].sum()) for plane in (theirs, mine))
    return min(one, other) <= _MOST_ALIKE * max(one, other)


def _off(theirs: Plane, mine: Plane, inside: Mask) -> Plane:
    """How far each pixel is off, (height, width), with the brightness and contrast that fit most of them."""
    there, here = theirs[inside], mine[inside]
    usual = np.ones(len(there), bool)
    for _ in range(_ROUNDS):
        a, b = there[usual], here[usual]
        gain = ((a - a.mean()) * (b - b.mean())).mean() / max(float(a.var()), 1.0)
        shift = b.mean() - gain * a.mean()
        differences = np.abs(there * gain + shift - here).max(axis=1)
        usual = differences <= np.percentile(differences, _USUAL)
    off: Plane = np.abs(theirs * gain + shift - mine).max(axis=2)
    return off


def _slopes(plane: Plane) -> Plane:
    greys = plane.mean(axis=2)
    down, across = np.gradient(greys)
    slopes: Plane = np.hypot(down, across).astype(np.float32)
    return slopes


def _shrunk(mask: Mask, by: int) -> Mask:
    """Without the pixels at its edges, so many of them."""
    return ~_grown(~mask, by)


def _grown(mask: Mask, by: int) -> Mask:
    """With its neighbours above, below and to both sides, so many of them."""
    for _ in range(by):
        grown = mask.copy()
        grown[1:] |= mask[:-1]
        grown[:-1] |= mask[1:]
        grown[:, 1:] |= mask[:, :-1]
        grown[:, :-1] |= mask[:, 1:]
        mask = grown
    return mask
