"""The learning rate over a deep lesson, and its end."""

from core.learning.deep.listener import CurvePoint
from core.learning.deep.training.schedule import PATIENCE, STEADY, WARM_UP, is_over, rate_at


def points(*top1: float | None) -> list[CurvePoint]:
    return [CurvePoint(float(epoch), 1.0, share) for epoch, share in enumerate(top1)]


def test_the_rate_rises_at_first_and_falls_to_a_little() -> None:
    assert rate_at(0.0) < rate_at(WARM_UP / 2) < rate_at(WARM_UP)
    assert rate_at(WARM_UP) > rate_at(0.5) > rate_at(0.9) > rate_at(1.0) > 0


def test_it_ends_with_its_schedule() -> None:
    assert not is_over(0.99, []) and is_over(1.0, [])


def test_it_ends_early_only_when_steady_and_no_longer_better() -> None:
    worse = points(0.8, *[0.7] * PATIENCE)
    assert is_over(STEADY + 0.01, worse)
    assert not is_over(STEADY - 0.01, worse)
    assert not is_over(STEADY + 0.01, points(0.8, *[0.8] * PATIENCE))
    assert not is_over(STEADY + 0.01, points(*[None] * 20))
