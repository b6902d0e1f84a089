"""The closer look at the first product counts where held-out photos prove that it tells the unknown."""

import numpy as np
import pytest

from core.learning.calibration import CloserLooks, ScoredQueries, fit_calibration
from core.learning.doubting import LEAST_OF_A_KIND, fit_doubt
from core.models.doubt import TRAITS


def queries(telling: float, count: int = 600) -> ScoredQueries:
    """Half of products that the shop has; the third trait is ``telling`` deviations apart between the two."""
    rng = np.random.default_rng(0)
    absent = np.arange(count) % 2 == 0
    scores = -np.sort(-rng.normal(0.3, 0.1, (count, 12)), axis=1)
    scores[~absent, 0] += 0.1
    traits = rng.normal(0, 1, (count, TRAITS))
    traits[:, 0] = scores[:, 0]
    traits[absent, 2] += telling
    right = np.where(absent, np.nan, scores[:, 0])
    return ScoredQueries(scores, right, CloserLooks(traits, np.arange(count) // 10))


def test_what_tells_the_unknown_is_weighed() -> None:
    scored = queries(telling=2.0)
    calibration = fit_calibration(scored)
    assert calibration is not None
    doubt = fit_doubt(scored, calibration)
    assert doubt is not None
    assert doubt.weights[2] > max(
        abs(weight) for place, weight in enumerate(doubt.weights) if place not in (0, 2)
    )
    assert scored.closer is not None
    odds, absent = doubt.odds(scored.closer.traits), np.isnan(scored.right)
    assert odds[absent].mean() > odds[~absent].mean()


@pytest.mark.parametrize(
    "scored", [queries(telling=0.0), queries(2.0, count=LEAST_OF_A_KIND)], ids=["says nothing", "few"]
)
def test_what_proves_nothing_is_not_heard(scored: ScoredQueries) -> None:
    calibration = fit_calibration(scored)
    assert calibration is not None
    assert fit_doubt(scored, calibration) is None
