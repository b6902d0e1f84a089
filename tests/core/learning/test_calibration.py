"""The verdict's two numbers from scores whose truth is known."""

import numpy as np
from numpy.typing import NDArray

from core.embedding.measures import Measure
from core.learning.calibration import UNKNOWN_SHARE, ScoredQueries, fit_calibration
from core.models.verdict import Calibration, judge, likeness_odds


def drawn(temperature: float, unknown: float, count: int = 6000) -> ScoredQueries:
    """Queries drawn from the verdict's own model: each truth has the probability that the model gives it."""
    rng = np.random.default_rng(5)
    scores = -np.sort(-rng.normal(0.4, 0.15, (count, 8)), axis=1)
    logits = np.concatenate([scores, np.full((count, 1), unknown)], axis=1) / temperature
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    truth = (shares.cumsum(axis=1) < rng.random((count, 1))).sum(axis=1)
    padded = np.concatenate([scores, np.full((count, 1), np.nan)], axis=1)
    return ScoredQueries(scores, padded[np.arange(count), truth])


def probabilities(scores: NDArray[np.float64], calibration: Calibration) -> NDArray[np.float64]:
    judgement = judge(*likeness_odds(scores.tolist(), Measure.COSINE, calibration))
    return np.append(judgement.confidences, judgement.unknown)


def test_the_probabilities_that_made_the_truths_are_found_again() -> None:
    queries = drawn(0.06, 0.55)
    fitted = fit_calibration(queries)
    assert fitted is not None
    # The fit takes one query in twenty for unknown; in the draw it is this share of them.
    share = float(np.isnan(queries.right).mean())
    odds = np.log(UNKNOWN_SHARE / (1 - UNKNOWN_SHARE)) - np.log(share / (1 - share))
    true = Calibration(0.06, 0.55 + 0.06 * odds)
    away = [np.abs(probabilities(one, fitted) - probabilities(one, true)).max() for one in queries.best[:500]]
    assert float(np.mean(away)) < 0.03


def test_what_stands_out_is_worth_more_where_that_tells() -> None:
    rng = np.random.default_rng(1)
    level = rng.uniform(0.2, 0.6, 4000)  # some pictures are like everything
    scores = level[:, None] + rng.normal(0, 0.03, (4000, 12))
    scores[:3600, 0] += 0.12  # the right one stands out; 400 are of nothing in the shop
    right = np.where(np.arange(4000) < 3600, scores[:, 0], np.nan)
    fitted = fit_calibration(ScoredQueries(-np.sort(-scores, axis=1), right))
    assert fitted is not None and fitted.stand > 0
    low, high = (judge(*likeness_odds([x + 0.13, *[x] * 11], Measure.COSINE, fitted)) for x in (0.3, 0.5))
    assert low.confidences[0] > 0.9 and high.confidences[0] > 0.9


def test_few_photos_give_numbers_that_keep_the_order() -> None:
    rng = np.random.default_rng(4)
    scores = -np.sort(-rng.normal(0.4, 0.1, (20, 5)), axis=1)
    right = np.where(np.arange(20) < 15, scores[:, 4], np.nan)  # the last one is right, by chance
    fitted = fit_calibration(ScoredQueries(scores, right))
    assert fitted is not None and fitted.temperature > 0 <= fitted.stand
    odds, _none = likeness_odds(scores[0].tolist(), Measure.COSINE, fitted)
    assert (np.diff(odds) <= 0).all()


def test_a_verdict_by_the_fit_tells_near_from_far() -> None:
    fitted = fit_calibration(drawn(0.06, 0.55))
    near = judge(*likeness_odds([0.95, 0.4], Measure.COSINE, fitted))
    far = judge(*likeness_odds([0.2, 0.15], Measure.COSINE, fitted))
    assert near.unknown < 0.05 < 0.5 < far.unknown


def test_photos_of_known_products_alone_calibrate_nothing() -> None:
    queries = drawn(0.06, 0.55)
    known = ~np.isnan(queries.right)
    assert fit_calibration(ScoredQueries(queries.best[known], queries.right[known])) is None
