"""Fitting the verdict to the shop's own scores: how alike the right product is, how alike a wrong one.

The model is core/models/verdict.py's: a softmax over the products' scores, where they stand among one
another, and "none of these". Its numbers are fitted by maximum likelihood (a conditional logit: D. McFadden,
1974) to photos that were held out, some with their product in the shop and some without. The logarithm of the
likelihood is concave in them, so that Newton's steps find the one best fit.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.models.verdict import Calibration, standing

UNKNOWN_SHARE = 0.05
"""How many of the queries in a shop are of something that it does not have, as far as we assume."""

_CAUTION = 1.0
"""How many photos' worth of doubt there is in what is more than the scores alone: few photos prove little."""
_STEPS = 60
_SETTLED = 1e-10
_LEAST_SLOPE = 1e-3  # of a score that tells nothing: it must keep the order all the same


@dataclass(frozen=True, slots=True, eq=False)
class CloserLooks:
    """The traits (core/models/doubt.py) of n queries, (n, TRAITS) float64, and what they show, (n,) int64."""

    traits: NDArray[np.float64]
    products: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class ScoredQueries:
    """Held-out photos, n of them, with what a search would give.

    Attributes:
        best: (n, m) float64, the scores of the m best products, best first; higher is more alike.
        right: (n,) float64, the score of the right product; NaN if the shop does not have it.
        closer: what a closer look at the first products told; None where nobody looked.
    """

    best: NDArray[np.float64]
    right: NDArray[np.float64]
    closer: CloserLooks | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Options:
    """What a query chooses from, in numbers that are about as wide as one another.

    Attributes:
        products: (n, m, 2), of each product its score and where it stands.
        right: (n, 2), of the right one.
        none: (n, 2), of "none of these": one, and the width.
        known: (n,) whether the right one is a product.
        weights: (n,) how much each query counts; they add up to 1.
    """

    products: NDArray[np.float64]
    right: NDArray[np.float64]
    none: NDArray[np.float64]
    known: NDArray[np.bool_]
    weights: NDArray[np.float64]


def fit_calibration(queries: ScoredQueries) -> Calibration | None:
    """The most likely numbers; None without photos of both kinds."""
    known = ~np.isnan(queries.right)
    if not known.any() or known.all():
        return None
    weights = np.where(known, (1 - UNKNOWN_SHARE) / known.sum(), UNKNOWN_SHARE / (~known).sum())
    level, width, stands = standing(queries.best)
    middle, unit = float(queries.best[:, 0].mean()), float(queries.best[:, 0].std()) or 1.0
    right = np.where(known, queries.right, 0.0)
    right_stands = (right - level[:, 0]) / width[:, 0]
    options = _Options(
        np.stack([(queries.best - middle) / unit, stands], axis=2),
        np.stack([(right - middle) / unit, right_stands], axis=1),
        np.stack([np.ones(len(known)), width[:, 0] / unit], axis=1),
        known,
        weights,
    )
    numbers = _most_likely(options)
    if (
        numbers[0] <= 0 or numbers[1] < 0
    ):  # where a product stands says nothing, or all: it must keep the order
        numbers = _most_likely(options, without_standing=True)
    slope, stand, none, by_width = numbers.tolist()
    temperature = unit / max(slope, _LEAST_SLOPE)
    least = float(np.quantile(width, 0.05))
    return Calibration(temperature, middle + none * temperature, stand, by_width / unit, least)


def _most_likely(options: _Options, *, without_standing: bool = False) -> NDArray[np.float64]:
    """The four numbers: of score, standing, none and width."""
    free = np.array([True, not without_standing, True, True])
    numbers = np.array([5.0, 0.0, 0.0, 0.0])
    caution = _CAUTION / len(options.known) * np.array([0.01, 1, 0.01, 1])
    loss, gradient, curvature = _loss(options, numbers, caution)
    for _ in range(_STEPS):
        step = np.zeros(4)
        step[free] = np.linalg.solve(curvature[np.ix_(free, free)], gradient[free])
        share = 1.0
        while share > 1e-6:
            tried = _loss(options, numbers - share * step, caution)
            if tried[0] <= loss:
                break
            share /= 2
        else:
            break
        gained = loss - tried[0]
        numbers = numbers - share * step
        loss, gradient, curvature = tried
        if gained < _SETTLED:
            break
    return numbers


def _loss(
    options: _Options, numbers: NDArray[np.float64], caution: NDArray[np.float64]
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Weighted mean of −log p of the truth, its gradient (4,) and its curvature (4, 4), with the caution."""
    products, none, weights = options.products, options.none, options.weights
    logits = np.concatenate([products @ numbers[:2], (none @ numbers[2:])[:, None]], axis=1)
    highest = logits.max(axis=1, keepdims=True)
    totals = highest[:, 0] + np.log(np.exp(logits - highest).sum(axis=1))
    shares = np.exp(logits - totals[:, None])
    truth = np.zeros((len(weights), 4))
    truth[:, :2] = np.where(options.known[:, None], options.right, 0)
    truth[:, 2:] = np.where(options.known[:, None], 0, none)
    loss = float(weights @ (totals - truth @ numbers)) + float(caution @ np.square(numbers))
    expected = np.concatenate(
        [np.einsum("nm,nmf->nf", shares[:, :-1], products), shares[:, -1:] * none], axis=1
    )
    gradient = weights @ (expected - truth) + 2 * caution * numbers
    curvature = np.diag(2 * caution) - (expected * weights[:, None]).T @ expected
    weighed = shares * weights[:, None]
    curvature[:2, :2] += np.einsum("nm,nmf,nmg->fg", weighed[:, :-1], products, products, optimize=True)
    curvature[2:, 2:] += (none * weighed[:, -1:]).T @ none
    return loss, gradient, curvature
