"""Doubt that it is the first product at all: what a closer look at its photos says for "none of these".

How alike the best photo is tells little where a product's photos differ much, and a product that the shop
does not have may be as alike as one that it has. So more is asked of the first product's photos:

* how alike the query is to the best of them before the projection, the shop's middle subtracted, and to all
  of them: the projection keeps what tells the shop's own products apart, and something new differs in what it
  left out;
* how alike the vector's last part alone is;
* how far away the nearest of them lies after the projection, which its direction does not say;
* how many there are: the best of many is more alike by chance.

Beside them the deviation of the first ten products' scores counts: nothing stands out of what is new. All of
it adds to the logarithm of the odds of "none of these", in weights fitted to the shop's held-out photos
(core/learning/doubting.py).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TRAITS = 7
"""The score itself, the deviation of the first ten, and the five of the photos above."""

MOST_PHOTOS = 60
"""Of the first product, which are looked at; of more than these only so many are counted."""

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


def traits(
    score: float, width: float, query: Views, own: Views, centre: NDArray[np.float32], last: int
) -> NDArray[np.float64]:
    """The traits of one query, (TRAITS,).

    Args:
        score: how alike the product is.
        width: the deviation of the first ten products' scores (core/models/verdict.py).
        query: one row.
        own: the first product's photos, at least one.
        centre: (dim,) the middle of the balanced vectors that the projection was learned from.
        last: length of the vectors' last part.
    """
    alike = _unit(own.whole - centre) @ _unit(query.whole - centre)[0]
    return np.array(
        [
            score,
            width,
            float(alike.max()),
            float(alike.mean()),
            float((_unit(own.whole[:, -last:]) @ _unit(query.whole[:, -last:])[0]).max()),
            float(np.log(np.square(own.projected - query.projected).sum(axis=1).min() + _TINY)),
            float(np.log(min(len(own.whole), MOST_PHOTOS))),
        ]
    )


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY), np.float32)
