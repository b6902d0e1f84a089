"""How much the first product's own photos say of whether the shop has it at all (core/models/doubt.py).

A logistic regression on photos that were held out, with their product in the shop and without it, on top of
what the verdict says already. Products are held out in turn, and only what makes the truth more probable
beyond doubt is taken.
"""

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure
from core.learning.calibration import UNKNOWN_SHARE, ScoredQueries
from core.learning.proof import FOLDS, bootstrap_interval
from core.models.doubt import TRAITS, Doubt
from core.models.verdict import Calibration, likeness_odds

LEAST_OF_A_KIND = 50
"""Held-out photos of products that the shop has, and as many of those that it does not have."""

_CAUTION = 5.0
"""One over the square of a weight's deviation before anything was seen, in photos."""
_STEPS = 30


def fit_doubt(queries: ScoredQueries, calibration: Calibration) -> Doubt | None:
    """The most probable weights; None where they prove nothing, or there are too few photos to tell.

    Args:
        queries: searched for by cosine, with their traits.
        calibration: what was fitted to the same queries before.
    """
    absent = np.isnan(queries.right)
    closer = queries.closer
    if closer is None or min(absent.sum(), (~absent).sum()) < LEAST_OF_A_KIND:
        return None
    said = np.array([_said(row.tolist(), calibration) for row in queries.best])
    weights = np.where(absent, UNKNOWN_SHARE / absent.sum(), (1 - UNKNOWN_SHARE) / (~absent).sum())
    weights *= len(absent)
    _, numbers = np.unique(closer.products, return_inverse=True)
    folds = np.random.default_rng(0).permutation(int(numbers.max()) + 1)[numbers] % FOLDS
    gains = np.zeros(len(absent))
    for fold in np.unique(folds).tolist():
        held = folds == fold
        doubt = _fitted(closer.traits[~held], said[~held], absent[~held], weights[~held])
        after = said[held] + doubt.odds(closer.traits[held])
        gains[held] = _logarithm(after, absent[held]) - _logarithm(said[held], absent[held])
    if bootstrap_interval(gains * weights, closer.products)[0] <= 0:
        return None
    return _fitted(closer.traits, said, absent, weights)


def _said(scores: list[float], calibration: Calibration) -> float:
    """The logarithm of the odds of "none of these" against all products, as the verdict has it."""
    odds, none = likeness_odds(scores, Measure.COSINE, calibration)
    return float(none - np.logaddexp.reduce(odds))


def _logarithm(odds: NDArray[np.float64], absent: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The logarithm of the probability of what is true, (n,)."""
    return -np.asarray(np.logaddexp(0, np.where(absent, -odds, odds)), np.float64)


def _fitted(
    traits: NDArray[np.float64],
    said: NDArray[np.float64],
    absent: NDArray[np.bool_],
    weights: NDArray[np.float64],
) -> Doubt:
    middle, unit = traits.mean(axis=0), traits.std(axis=0)
    unit[unit < 1e-9] = 1.0
    rows = np.column_stack([(traits - middle) / unit, np.ones(len(traits))])
    caution = np.append(np.full(TRAITS, _CAUTION), 0.0)
    numbers = np.zeros(TRAITS + 1)
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-(said + rows @ numbers)))
        gradient = rows.T @ (weights * (absent - chances)) - caution * numbers
        curvature = (rows * (weights * chances * (1 - chances))[:, None]).T @ rows + np.diag(caution)
        step = np.linalg.solve(curvature + 1e-9 * np.eye(TRAITS + 1), gradient)
        numbers += step / max(1.0, float(np.abs(step).max()))
    slopes = numbers[:-1] / unit
    return Doubt(tuple(slopes.tolist()), float(numbers[-1] - slopes @ middle))
