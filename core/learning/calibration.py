"""Fitting the verdict to the shop's own scores: how alike the right product is, how alike a wrong one.

The model is core/models/verdict.py's: a softmax over the products' best scores and a fixed score for "none of
these". Its temperature and that score are fitted by maximum likelihood on photos that were held out, each
once with its product in the shop and once without.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.models.verdict import Calibration

UNKNOWN_SHARE = 0.1
"""How many of the queries in a shop are of something that it does not have, as far as we assume."""

_GRID = 24
_ROUNDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class ScoredQueries:
    """Held-out photos, n of them, with what a search would give.

    Attributes:
        best: (n, m) float64, the scores of the m best products, best first; higher is more alike.
        right: (n,) float64, the score of the right product; NaN if the shop does not have it.
    """

    best: NDArray[np.float64]
    right: NDArray[np.float64]


def fit_calibration(queries: ScoredQueries) -> Calibration | None:
    """The most likely temperature and unknown's score; None without photos of both kinds.

    A coarse grid that is refined around its best point: the likelihood is smooth, two numbers are few, and
    a grid cannot run away.
    """
    best, right = queries.best, queries.right
    known = ~np.isnan(right)
    if not known.any() or known.all():
        return None
    weights = np.where(known, (1 - UNKNOWN_SHARE) / known.sum(), UNKNOWN_SHARE / (~known).sum())
    spread = float(best[:, 0].std()) or 1.0
    low, high = np.log(spread / 100), np.log(spread * 3)
    bottom, top = float(best[:, 0].min() - spread), float(best[:, 0].max() + spread)
    chosen = (0.0, 0.0)
    for _ in range(_ROUNDS):
        temperatures, unknowns = np.linspace(low, high, _GRID), np.linspace(bottom, top, _GRID)
        losses = [_losses(best, right, known, weights, np.exp(t), unknowns) for t in temperatures]
        row, column = np.unravel_index(int(np.argmin(losses)), (_GRID, _GRID))
        chosen = (float(np.exp(temperatures[row])), float(unknowns[column]))
        step, stride = temperatures[1] - temperatures[0], unknowns[1] - unknowns[0]
        low, high = temperatures[row] - 2 * step, temperatures[row] + 2 * step
        bottom, top = unknowns[column] - 2 * stride, unknowns[column] + 2 * stride
    return Calibration(temperature=chosen[0], unknown=chosen[1])


def _losses(
    best: NDArray[np.float64],
    right: NDArray[np.float64],
    known: NDArray[np.bool_],
    weights: NDArray[np.float64],
    temperature: float,
    unknowns: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Weighted mean of −log p of the truth, for each candidate of the unknown's score."""
    scaled = best / temperature
    highest = scaled[:, 0]
    products = highest + np.log(np.exp(scaled - highest[:, None]).sum(axis=1))
    totals = np.logaddexp(products[:, None], unknowns[None, :] / temperature)
    truths = np.where(known[:, None], right[:, None] / temperature, unknowns[None, :] / temperature)
    losses: NDArray[np.float64] = weights @ (totals - truths)
    return losses
