"""Doubt that it is the first product at all: what a closer look at its photos says for "none of these".

How alike the best photo is tells little where a product's photos differ much, and a product that the shop
does not have may be as alike as one that it has. So four more things are asked of the first product's photos:

* how alike they are to one another after the lesson's projection: among those of a tight group a query that
  is less alike stands apart (compare the local outlier factor: M. Breunig et al., SIGMOD 2000);
* how alike the query is to them before the projection, the shop's middle subtracted: the projection keeps
  what tells the shop's own products apart, and something new differs in what it left out;
* the same of the vector's last part alone;
* how far away the nearest of them lies after the projection, which its direction does not say.

They add to the logarithm of the odds of "none of these", in weights fitted to the shop's held-out photos
(core/learning/doubting.py).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TRAITS = 5
"""The score itself, and the four above."""

_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Doubt:
    """Fitted numbers.

    Attributes:
        weights: of the :data:`TRAITS` traits.
        constant: added to their sum.
        tightness: how alike a product's photos are to one another where it has too few to tell.
    """

    weights: tuple[float, ...]
    constant: float
    tightness: float

    def odds(self, traits: NDArray[np.float64]) -> NDArray[np.float64]:
        """What ``traits``, (…, TRAITS), add to the logarithm of the odds of "none of these", (…)."""
        known = np.where(np.isnan(traits), self.tightness, traits)
        return np.asarray(known @ np.array(self.weights) + self.constant, np.float64)


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
    score: float, query: Views, own: Views, centre: NDArray[np.float32], last: int
) -> NDArray[np.float64]:
    """The traits of one query, (TRAITS,); the second is NaN where the product has a single photo.

    Args:
        score: how alike the product is.
        query: one row.
        own: the first product's photos, at least one.
        centre: (dim,) the middle of the shop's balanced vectors.
        last: length of the vectors' last part.
    """
    return np.array(
        [
            score,
            _tightness(_unit(own.projected)),
            float((_unit(own.whole - centre) @ _unit(query.whole - centre)[0]).max()),
            float((_unit(own.whole[:, -last:]) @ _unit(query.whole[:, -last:])[0]).max()),
            float(np.log(np.square(own.projected - query.projected).sum(axis=1).min() + _TINY)),
        ]
    )


def _tightness(rows: NDArray[np.float32]) -> float:
    """Mean likeness of each photo, (n, k) of unit length, to the one that is most like it."""
    if len(rows) < 2:
        return float("nan")
    alike = rows @ rows.T
    np.fill_diagonal(alike, -1)
    return float(alike.max(axis=1).mean())


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY), np.float32)
