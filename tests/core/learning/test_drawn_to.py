"""What draws whatever looks like nothing else is doubted when it comes first."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.learning.drawn_to import doubts_of
from core.models.prototypes import MOST_DOUBT


def scores(count: int = 90) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Photos of three products in turn; those of the last are more alike to what stands for it."""
    rng = np.random.default_rng(0)
    taken = np.arange(count) % 3
    found = rng.normal(0.1, 0.05, (count, 3)).astype(np.float32)
    found[np.arange(count), taken] += np.array([0.4, 0.4, 0.55], np.float32)[taken]
    return found, taken


def test_the_one_whose_photos_are_more_alike_to_it_is_doubted_more() -> None:
    found, taken = scores()
    doubts = doubts_of(found, taken, np.ones(len(taken), np.bool_))
    assert doubts[2] > max(doubts[:2]) + 1
    assert doubts[0] == pytest.approx(doubts[1], abs=0.5)


def test_the_one_that_more_photos_taught_is_doubted_more() -> None:
    found, taken = scores()
    few_of_the_first = (taken != 0) | (np.arange(len(taken)) < 15)
    before, after = (
        doubts_of(found, taken, some) for some in (np.ones(len(taken), np.bool_), few_of_the_first)
    )
    assert after[0] - after[1] < before[0] - before[1] - 0.5


def test_over_the_photos_it_comes_to_nothing() -> None:
    found, taken = scores()
    doubts = doubts_of(found, taken, np.ones(len(taken), np.bool_))
    assert doubts[found.argmax(axis=1)].mean() == pytest.approx(0, abs=1e-5)


def test_of_a_product_that_no_photo_taught_nothing_is_said() -> None:
    found, taken = scores()
    doubts = doubts_of(found, taken, taken != 1)
    assert doubts[1] == 0
    assert doubts[0] < 0 < doubts[2]
    assert doubts[found.argmax(axis=1)].mean() == pytest.approx(0, abs=1e-5)
    assert not doubts_of(found, taken, np.zeros(len(taken), np.bool_)).any()


def test_photos_that_hardly_differ_make_no_great_doubt_of_it() -> None:
    same = np.broadcast_to(np.array([0.9, 0.5, 0.4], np.float32), (60, 3)).copy()
    taken = np.arange(60) % 3
    assert np.abs(doubts_of(same, taken, np.ones(60, np.bool_))).max() <= MOST_DOUBT
    same[:, :2] = (0.501, 0.5)
    doubts = doubts_of(same, taken, np.ones(60, np.bool_))
    assert doubts[0] == pytest.approx(doubts[1], abs=0.2)
