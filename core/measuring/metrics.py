"""How good ranked answers are: accuracy, precision, recall, F1, reciprocal rank, trust, telling the unknown.

Pure functions of plain data; they know neither pictures nor shops. Definitions as in Manning, Raghavan and
Schütze, "Introduction to Information Retrieval", chapters 8 and 13; expected calibration error as in
M. P. Naeini et al., "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RELIABILITY_BINS = 10


@dataclass(frozen=True, slots=True)
class RankedAnswer:
    """What one photo's search gave, and the truth.

    Attributes:
        truth: SKU of the product on the photo; None if the shop does not have it.
        ranking: SKUs found, best first.
        unknown: the answer's probability that the shop does not have the product.
    """

    truth: str | None
    ranking: tuple[str, ...]
    unknown: float


@dataclass(frozen=True, slots=True)
class MacroScores:
    """Precision, recall and F1, each the mean over the products, 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """How far confidences can be trusted.

    Attributes:
        confidence, right, count: of each bin that is not empty: mean confidence, share of right answers,
            number of photos.
        error: expected calibration error, 0 to 1.
    """

    confidence: NDArray[np.float64]
    right: NDArray[np.float64]
    count: NDArray[np.int64]
    error: float


def top_share(answers: Sequence[RankedAnswer], count: int) -> float | None:
    """Share of the photos of known products whose product is among the first ``count``; None without any."""
    hits = [a.truth in a.ranking[:count] for a in answers if a.truth is not None]
    return sum(hits) / len(hits) if hits else None


def mean_reciprocal_rank(answers: Sequence[RankedAnswer]) -> float | None:
    """Mean of 1 / rank of the right product (0 where it is not found); None without known products."""
    ranks = [
        1 / (a.ranking.index(a.truth) + 1) if a.truth in a.ranking else 0.0
        for a in answers
        if a.truth is not None
    ]
    return sum(ranks) / len(ranks) if ranks else None


def macro_scores(answers: Sequence[RankedAnswer]) -> MacroScores | None:
    """Precision, recall and F1 of the first places, averaged over every product that is on a photo or was
    answered; a product that was never answered has precision 0. None without known products.
    """
    known = [(a.truth, a.ranking[0] if a.ranking else None) for a in answers if a.truth is not None]
    if not known:
        return None
    truths, guesses = Counter(t for t, _ in known), Counter(g for _, g in known if g is not None)
    right = Counter(t for t, g in known if t == g)
    products = sorted(truths.keys() | guesses.keys())
    precision = [right[p] / guesses[p] if guesses[p] else 0.0 for p in products]
    recall = [right[p] / truths[p] if truths[p] else 0.0 for p in products]
    f1 = [2 * right[p] / (truths[p] + guesses[p]) for p in products]
    return MacroScores(float(np.mean(precision)), float(np.mean(recall)), float(np.mean(f1)))


def unknown_auroc(answers: Sequence[RankedAnswer]) -> float | None:
    """Probability that a photo of an unknown product is given a higher ``unknown`` than one of a known
    product (ties count half): the area under the ROC curve. None unless there are photos of both kinds.
    """
    known = np.array([a.unknown for a in answers if a.truth is not None])
    unknown = np.array([a.unknown for a in answers if a.truth is None])
    if not len(known) or not len(unknown):
        return None
    higher = (unknown[:, None] > known[None, :]).mean()
    equal = (unknown[:, None] == known[None, :]).mean()
    return float(higher + equal / 2)


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> Reliability:
    """Confidence against truth, one of each a photo, in bins of equal width."""
    claimed, truth = np.array(confidences, np.float64), np.array(right, np.float64)
    bins = np.minimum((claimed * RELIABILITY_BINS).astype(int), RELIABILITY_BINS - 1)
    filled = [number for number in range(RELIABILITY_BINS) if (bins == number).any()]
    means = np.array([claimed[bins == number].mean() for number in filled])
    shares = np.array([truth[bins == number].mean() for number in filled])
    counts = np.array([(bins == number).sum() for number in filled], np.int64)
    error = float((np.abs(means - shares) * counts).sum() / max(1, len(claimed)))
    return Reliability(means, shares, counts, error)
