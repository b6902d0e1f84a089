"""The verdict's two numbers from scores whose truth is known."""

import numpy as np
import pytest

from core.embedding.measures import Measure
from core.learning.calibration import UNKNOWN_SHARE, ScoredQueries, fit_calibration
from core.models.verdict import judge, likeness_odds


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


def test_the_numbers_that_made_the_scores_are_found_again() -> None:
    queries = drawn(0.06, 0.55)
    # The fit takes one query in ten for unknown; in the draw it is this share of them.
    share = float(np.isnan(queries.right).mean())
    odds = np.log(UNKNOWN_SHARE / (1 - UNKNOWN_SHARE)) - np.log(share / (1 - share))
    fitted = fit_calibration(queries)
    assert fitted is not None
    assert fitted.temperature == pytest.approx(0.06, rel=0.15)
    assert fitted.unknown == pytest.approx(0.55 + 0.06 * odds, abs=0.04)


def test_a_verdict_by_the_fit_tells_near_from_far() -> None:
    fitted = fit_calibration(drawn(0.06, 0.55))
    near = judge(*likeness_odds([0.95, 0.4], Measure.COSINE, fitted))
    far = judge(*likeness_odds([0.2, 0.15], Measure.COSINE, fitted))
    assert near.unknown < 0.05 < 0.5 < far.unknown


def test_photos_of_known_products_alone_calibrate_nothing() -> None:
    queries = drawn(0.06, 0.55)
    known = ~np.isnan(queries.right)
    assert fit_calibration(ScoredQueries(queries.best[known], queries.right[known])) is None
