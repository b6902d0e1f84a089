"""From likeness to a claim: how probable each product is, and whether to say match, unsure or unknown.

The model is a softmax over the products' best scores with one more candidate, "none of these", whose
score is fixed:

    p(i) = exp(s_i / T) / (exp(u / T) + Σ_j exp(s_j / T))

Its two numbers, the temperature T and the unknown's score u, are fitted by maximum likelihood on photos
whose product is known, some of them with their product withheld. The defaults were fitted to photos taken
in real shops against one catalog photo a product (raw EfficientNet-Lite2 vectors, one query in ten of a
product that the shop does not have); `benchmarks/verdict.py` prints the fit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.answer import Verdict
from core.embedding.measures import Measure, euclidean_distance


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns scores into probabilities.

    Attributes:
        temperature: T, in units of the measure's logit.
        unknown: u, the score of "none of these", in the same units.
    """

    temperature: float
    unknown: float


DEFAULT_CALIBRATIONS = {
    Measure.COSINE: Calibration(temperature=0.044, unknown=0.37),
    Measure.PEARSON: Calibration(temperature=0.048, unknown=0.34),
    Measure.EUCLIDEAN: Calibration(temperature=1.02, unknown=-23.3),
}

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

    Both up to the same constant: s_i / T and u / T of the formula above.

    Args:
        scores: the best of each product, of the same measure.
    """
    calibration = calibration or DEFAULT_CALIBRATIONS[measure]
    values = [-euclidean_distance(s) for s in scores] if measure is Measure.EUCLIDEAN else list(scores)
    logits = np.array([*values, calibration.unknown], dtype=np.float64) / calibration.temperature
    return logits[:-1], float(logits[-1])


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
