"""Doubt that it is the first product at all: what a closer look at its photos says for "none of these".

How alike the best photo is tells little where a product's photos differ much, and a product that the shop
does not have may be as alike as one that it has. So more is asked of the first product's photos:

* how alike the query is to the best of them before the projection, the shop's middle subtracted, and to all
  of them: the projection keeps what tells the shop's own products apart, and something new differs in what it
  left out;
* whether it is as alike to all of them as they are to one another;
* how alike the vector's last part alone is, as it is and with the middle subtracted;
* how far away the nearest of them lies after the projection, which its direction does not say;
* how many there are: the best of many is more alike by chance.

Beside them the scores of the first products count: the deviation of the first ten, as nothing stands out of
what is new, and where the second would stand if the first were not there. All of it adds to the logarithm of
the odds of "none of these", in weights fitted to the shop's held-out photos (core/learning/doubting.py).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TRAITS = 10
"""Three of the scores, seven of the photos."""

TRAITS_BEFORE = 7
"""Those of lessons that were fitted before the last three were known; the others are the same."""

MOST_PHOTOS = 60
"""Of the first product, which are looked at; of more than these only so many are counted."""

_LEAST_DEVIATION = 0.02
"""Of how alike photos of a product are to one another; of two there is none at all."""

_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Doubt:
    """Fitted numbers.

    Attributes:
        weights: of the :data:`TRAITS` traits.
        constant: added to their sum.
    """

    weights: tuple[float, ...]
    constant: float

    def odds(self, traits: NDArray[np.float64]) -> NDArray[np.float64]:
        """What ``traits``, (…, TRAITS), add to the logarithm of the odds of "none of these", (…)."""
        return np.asarray(traits @ np.array(self.weights) + self.constant, np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Views:
    """Some photos, n of them, before and after the projection.

    Attributes:
        whole: (n, dim) float32, balanced vectors (core/models/projection.py).
        projected: (n, k) float32.
    """

    whole: NDArray[np.float32]
    projected: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FirstScores:
    """What the scores of the first products tell.

    Attributes:
        score: how alike the first is.
        width: the deviation of the first ten (core/models/verdict.py).
        second: where the second stands among those behind it, in their deviations.
    """

    score: float
    width: float
    second: float


def traits(
    scores: FirstScores, query: Views, own: Views, centre: NDArray[np.float32], last: int
) -> NDArray[np.float64]:
    """The traits of one query, (TRAITS,).

    Args:
        query: one row.
        own: the first product's photos, at least one.
        centre: (dim,) the middle of the balanced vectors that the projection was learned from.
        last: length of the vectors' last part.
    """
    photos, asked = own.whole - centre, query.whole - centre
    known = _unit(photos)
    alike = known @ _unit(asked)[0]
    return np.array(
        [
            scores.score,
            scores.width,
            float(alike.max()),
            float(alike.mean()),
            float((_unit(own.whole[:, -last:]) @ _unit(query.whole[:, -last:])[0]).max()),
            float(np.log(np.square(own.projected - query.projected).sum(axis=1).min() + _TINY)),
            float(np.log(min(len(own.whole), MOST_PHOTOS))),
            scores.second,
            float((_unit(photos[:, -last:]) @ _unit(asked[:, -last:])[0]).max()),
            _as_alike(float(alike.mean()), known),
        ]
    )


def _as_alike(mean: float, known: NDArray[np.float32]) -> float:
    """Where a mean likeness to photos (n, dim), at unit length, stands among theirs to one another.

    In deviations; 0 of a single photo.
    """
    others = len(known) - 1
    if others < 1:
        return 0.0
    theirs = (known @ known.sum(axis=0) - 1) / others
    return (mean - float(theirs.mean())) / max(float(theirs.std()), _LEAST_DEVIATION)


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY), np.float32)
