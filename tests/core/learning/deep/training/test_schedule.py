"""The learning rate and the size of the pictures over a deep lesson."""

import pytest

from core.learning.deep.training.schedule import (
    WARM_UP,
    WHOLE_SIZE,
    forecast,
    rate_at,
    side_at,
    time_with_an_end,
)


def test_the_rate_rises_at_first_and_falls_to_a_little() -> None:
    assert rate_at(0.0) < rate_at(WARM_UP / 2) < rate_at(WARM_UP)
    assert rate_at(WARM_UP) > rate_at(0.5) > rate_at(0.9) > rate_at(1.0) > 0


def test_pictures_are_as_large_as_a_searchs_once_the_rate_has_fallen() -> None:
    assert side_at(0.0, 192, 260) == side_at(WHOLE_SIZE - 0.01, 192, 260) == 192
    assert side_at(WHOLE_SIZE, 192, 260) == side_at(1.0, 192, 260) == 260
    assert rate_at(WHOLE_SIZE) < 0.2


@pytest.mark.parametrize("given", [1.0, 99.0, 100.0, 120.0])
def test_a_training_that_is_given_less_time_than_it_took_has_the_last_fifth_before_it(given: float) -> None:
    assert 100 / time_with_an_end(100, given, share=0.3) == pytest.approx(WHOLE_SIZE)


def test_a_training_that_goes_on_as_it_was_keeps_its_time() -> None:
    assert time_with_an_end(90, 100, share=0.9) == time_with_an_end(100, 100, share=1.0) == 100
    assert time_with_an_end(50, 100, share=0.5) == 100


def test_a_shortened_training_that_is_stopped_again_keeps_its_end() -> None:
    end = time_with_an_end(100, 1, share=0.3)
    later = 110.0
    assert time_with_an_end(later, 1, share=later / end) == pytest.approx(end)


@pytest.mark.parametrize("step", [10, 40, 80, 85, 89])
def test_the_steps_at_whole_size_are_expected_to_take_longer(step: int) -> None:
    """80 steps of a second, then those of two seconds: in a hundred seconds there is time for ten."""
    spent = min(step, 80) + 2 * max(0, step - 80)
    steps, left = forecast(step, spent, 1000, 100, dearer=2)
    assert steps == 90 and left == pytest.approx(100 - spent)


@pytest.mark.parametrize("step", [10, 80, 90])
def test_a_training_that_the_steps_end_is_expected_to_take_longer_at_whole_size_too(step: int) -> None:
    spent = min(step, 80) + 2 * max(0, step - 80)
    steps, left = forecast(step, spent, 100, 1000, dearer=2)
    assert steps == 100 and left == pytest.approx(120 - spent)


def test_nothing_is_expected_before_the_first_step() -> None:
    assert forecast(0, 0.0, 100, 60, dearer=2) == (100, None)
