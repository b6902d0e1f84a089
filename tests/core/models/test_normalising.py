"""Scores are made fair by what photos score for unlabelled ones, as far as the two worlds lie apart."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.models.normalising import (
    LEAST_SHARE,
    MOST_OF_DEVIATIONS,
    Level,
    Norms,
    evened_deviations,
    level,
    normalised,
    norms,
    share_of_normalising,
)


def unit(rows: NDArray[np.float64]) -> NDArray[np.float32]:
    return np.asarray(rows / np.linalg.norm(rows, axis=-1, keepdims=True), np.float32)


def world(count: int, *, middle: float, seed: int) -> NDArray[np.float64]:
    rows = np.random.default_rng(seed).standard_normal((count, 40))
    rows[:, 0] += middle
    return rows


def test_a_hub_no_longer_wins_over_the_right_photo() -> None:
    rng = np.random.default_rng(0)
    kinds = unit(rng.standard_normal((6, 60)))
    shelf = unit(rng.standard_normal(60))
    photos = unit(kinds + 0.0 * shelf)
    photos[0] = unit(kinds[0] + 4 * shelf)  # looks like every picture taken in this shop
    seen = unit(kinds[np.arange(120) % 6] + 1.5 * shelf + 0.05 * rng.standard_normal((120, 60)))
    own = norms(photos, seen)
    raw = (seen @ photos.T).astype(np.float64)
    fair = normalised(raw, own, level(own, 1.0))
    truth = np.arange(120) % 6
    assert (raw.argmax(axis=1) == truth).mean() < 0.5
    assert (fair.argmax(axis=1) == truth).mean() > 0.95


def test_with_a_share_of_nothing_every_score_stays_as_it_is() -> None:
    rows, seen = unit(world(5, middle=0, seed=1)), unit(world(50, middle=2, seed=2))
    own = norms(rows, seen)
    raw = (seen @ rows.T).astype(np.float64)
    np.testing.assert_allclose(normalised(raw, own, level(own, 0.0)), raw)


def test_fair_scores_keep_the_scale_of_the_others() -> None:
    rows, seen = unit(world(30, middle=1, seed=1)), unit(world(200, middle=1, seed=2))
    own = norms(rows, seen)
    fair = normalised((seen @ rows.T).astype(np.float64), own, level(own, 1.0))
    assert fair.mean() == pytest.approx(own.mean.mean(), abs=1e-6)
    assert fair.std() == pytest.approx(float(np.sqrt(np.square(own.deviation).mean())), rel=1e-6)


def test_a_little_more_of_what_hardly_differs_does_not_outweigh_much_more_of_what_does() -> None:
    flat_and_wide = Norms(np.array([0.3, 0.4]), np.array([0.01, 0.1]))
    query = np.array([0.33, 0.55])
    whole = normalised(query, flat_and_wide, level(flat_and_wide, 1.0))
    half = normalised(query, flat_and_wide, level(flat_and_wide, 1.0, 0.5))
    assert whole[0] > whole[1]
    assert half[1] > half[0]
    at_their_means = normalised(flat_and_wide.mean, flat_and_wide, level(flat_and_wide, 1.0, 0.5))
    assert at_their_means[0] == pytest.approx(at_their_means[1])


def test_few_unlabelled_photos_even_out_little_of_deviations() -> None:
    evened = [evened_deviations(count, photos=200) for count in (0, 20, 100, 2_000, 10**6)]
    assert evened == sorted(evened)
    assert evened[0] == 0
    assert evened[2] == pytest.approx(MOST_OF_DEVIATIONS / 2)
    assert evened[-1] == pytest.approx(MOST_OF_DEVIATIONS, abs=1e-3)


def test_a_photo_that_scores_the_same_for_all_stays_finite() -> None:
    rows = unit(np.eye(3))
    seen = np.tile(unit(np.ones(3)), (30, 1))
    own = norms(rows, seen)
    assert np.isfinite(normalised(np.ones(3), own, Level(0.5, 0.1, 1.0, 1.0))).all()


def test_worlds_apart_ask_for_all_of_it_and_one_world_for_little() -> None:
    studio, shelf = world(80, middle=0, seed=1), world(300, middle=6, seed=2)
    same = world(300, middle=0, seed=3)
    assert share_of_normalising(studio, shelf) == 1.0
    assert share_of_normalising(studio, same) == LEAST_SHARE
    between = world(300, middle=3, seed=4)
    assert LEAST_SHARE < share_of_normalising(studio, between) < 1.0


@pytest.mark.parametrize("count", [0, 1])
def test_a_single_photo_tells_nothing_of_its_world(count: int) -> None:
    assert share_of_normalising(world(count, middle=9, seed=1), world(50, middle=0, seed=2)) == LEAST_SHARE
