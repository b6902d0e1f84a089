"""From likeness to a claim: how probable each product is, and whether to say match, unsure or unknown.

The model is a softmax over the products and one more candidate, "none of these":

    p(i) ~ exp(s_i / T + b z_i)          p(none) ~ exp(u / T + c w)

where s_i is a product's best score and z_i = (s_i - m) / w tells where it stands among the first ten: m is
the mean score of the second to the tenth product, w the deviation of the first ten. A score far ahead is
worth more than the same score among many alike (compare the adaptive normalisation of scores in speaker
recognition: P. Matejka et al., Interspeech 2017). The numbers T, u, b, c are fitted by maximum likelihood on
photos whose product is known, some of them with their product withheld (core/learning/calibration.py). The
defaults were fitted to photos taken in real shops against one catalog photo a product, one query in twenty of
a product that the shop does not have.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.answer import Verdict
from core.embedding.measures import Measure, euclidean_distance
from core.models.doubt import Doubt, FirstScores


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns scores into probabilities.

    Attributes:
        temperature: T, in units of the measure's logit.
        unknown: u, the score of "none of these", in the same units.
        stand: b, of a deviation that a product stands above the second to tenth.
        width: c, what the deviation of the first ten adds to "none of these", for each unit of score.
        least_width: where the first ten deviate less, they stand as if they deviated so much; one photo in
            twenty of those that the numbers were fitted to did.
        doubt: what the first product's own photos say beside the scores; None where nothing was proven.
    """

    temperature: float
    unknown: float
    stand: float = 0.0
    width: float = 0.0
    least_width: float = 0.0
    doubt: Doubt | None = None


DEFAULT_CALIBRATIONS = {
    Measure.COSINE: Calibration(temperature=0.068, unknown=0.434, stand=0.487, least_width=0.014),
    Measure.PEARSON: Calibration(temperature=0.081, unknown=0.296, stand=0.431, least_width=0.015),
    Measure.EUCLIDEAN: Calibration(temperature=1.01, unknown=-13.9, stand=0.2),
}
"""For a backbone as it comes."""

DRAWN_CALIBRATIONS = {
    Measure.COSINE: Calibration(temperature=0.151, unknown=0.457, stand=0.467, least_width=0.050),
    Measure.PEARSON: Calibration(temperature=0.148, unknown=0.454, stand=0.445, least_width=0.050),
    Measure.EUCLIDEAN: Calibration(temperature=5.65, unknown=-32.2, stand=0.522),
}
"""For a lesson from catalog photos alone. Drawn photos are far too easy to fit it to: what they gave was
wrong by 30 points on real ones (docs/decisions/0026-calibrated-verdict.md)."""

AMONG = 10
"""Products among which a score stands: those that are shown first."""

_NO_WIDTH = 1e-6

MATCH_AT = 0.75
"""Least probability of the first product for the claim that this is it."""
UNKNOWN_AT = 0.5
"""Least probability of "none of these" for the claim that the shop does not have it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its probabilities.

    Attributes:
        confidences: probability of each product, in the order of their odds, float64 of shape (n,).
        unknown: probability that it is none of them; all together sum to 1.
    """

    verdict: Verdict
    confidences: NDArray[np.float64]
    unknown: float


def likeness_odds(
    scores: Sequence[float], measure: Measure, calibration: Calibration | None = None
) -> tuple[NDArray[np.float64], float]:
    """The logarithm of each product's odds by its likeness alone, (n,), and that of "none of these".

    Both up to the same constant: see above.

    Args:
        scores: the best of each product, of the same measure, best first.
    """
    calibration = calibration or DEFAULT_CALIBRATIONS[measure]
    values = [-euclidean_distance(s) for s in scores] if measure is Measure.EUCLIDEAN else list(scores)
    if not values:
        return np.zeros(0), calibration.unknown / calibration.temperature
    best = np.array([values], np.float64)
    _level, width, stands = standing(best)
    # What hardly differs must not be made to differ by dividing by how little it does.
    stands = stands * np.minimum(1, width / max(calibration.least_width, _NO_WIDTH))
    none = calibration.unknown / calibration.temperature + calibration.width * float(width[0, 0])
    return best[0] / calibration.temperature + calibration.stand * stands[0], none


def standing(
    best: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """How scores, (n, m), best first, lie among one another: level (n, 1), width (n, 1), standing (n, m).

    Of a single score the level is the score itself.
    """
    others = best[:, 1:AMONG] if best.shape[1] > 1 else best
    level = others.mean(axis=1, keepdims=True)
    width = np.maximum(best[:, :AMONG].std(axis=1, keepdims=True), _NO_WIDTH)
    return level, width, (best - level) / width


def first_scores(best: NDArray[np.float64]) -> list[FirstScores]:
    """What each row of scores, (n, m), best first, tells of its first product (core/models/doubt.py)."""
    _level, width, _stands = standing(best)
    # Of two products the second has none behind it to stand among.
    second = standing(best[:, 1:])[2][:, 0] if best.shape[1] > 1 else np.zeros(len(best))
    rows = zip(best[:, 0].tolist(), width[:, 0].tolist(), second.tolist(), strict=True)
    return [FirstScores(*row) for row in rows]


def judge(odds: NDArray[np.float64], none: float) -> Judgement:
    """Judge products by the logarithms of their odds.

    Args:
        odds: of each product, (n,): what speaks for it is added up in it.
        none: of "none of these", up to the same constant.
    """
    logits = np.append(odds, none)
    weights = np.exp(logits - logits.max())
    probabilities = weights / weights.sum()
    confidences, unknown = probabilities[:-1], float(probabilities[-1])
    return Judgement(_verdict(confidences, unknown), confidences, unknown)


def _verdict(confidences: NDArray[np.float64], unknown: float) -> Verdict:
    if unknown >= UNKNOWN_AT or not len(confidences):
        return Verdict.UNKNOWN
    return Verdict.MATCH if confidences.max() >= MATCH_AT else Verdict.UNSURE
