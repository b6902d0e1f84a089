"""The learning rate and the size of the pictures over a deep lesson."""

from core.learning.deep.training.schedule import WARM_UP, WHOLE_SIZE, rate_at, side_at


def test_the_rate_rises_at_first_and_falls_to_a_little() -> None:
    assert rate_at(0.0) < rate_at(WARM_UP / 2) < rate_at(WARM_UP)
    assert rate_at(WARM_UP) > rate_at(0.5) > rate_at(0.9) > rate_at(1.0) > 0


def test_pictures_are_as_large_as_a_searchs_once_the_rate_has_fallen() -> None:
    assert side_at(0.0, 192, 260) == side_at(WHOLE_SIZE - 0.01, 192, 260) == 192
    assert side_at(WHOLE_SIZE, 192, 260) == side_at(1.0, 192, 260) == 260
    assert rate_at(WHOLE_SIZE) < 0.2
