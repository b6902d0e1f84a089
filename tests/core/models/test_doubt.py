"""What a closer look at the first product's photos tells, and how it adds up."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.models.doubt import MOST_PHOTOS, TRAITS, Doubt, FirstScores, Views, traits

CENTRE = np.zeros(4, np.float32)


def views(*rows: tuple[float, ...]) -> Views:
    whole = np.array(rows, np.float32)
    return Views(whole, whole[:, :2])


def told(query: Views, own: Views) -> NDArray[np.float64]:
    return traits(FirstScores(0.5, 0.1, 1.5), query, own, CENTRE, last=2)


def test_the_traits_of_a_photo_of_the_product_itself() -> None:
    own = views((1, 0, 3, 4), (-1, 0, -3, -4))
    score, width, best, mean, last, distance, count, second, centred, _alike = told(views((1, 0, 3, 4)), own)
    assert (score, width, second) == (0.5, 0.1, 1.5)
    assert (best, last, centred) == pytest.approx((1, 1, 1))
    assert mean == pytest.approx(0, abs=1e-6)
    assert distance < -20
    assert count == pytest.approx(np.log(2))


def test_what_is_like_none_of_them_lies_further_away_and_is_less_alike() -> None:
    own = views((1, 0, 1, 0), (0.9, 0.1, 1, 0.1))
    near, far = told(views((1, 0.1, 1, 0)), own), told(views((-1, 3, 0, 1)), own)
    assert (near[2:5] > far[2:5]).all()
    assert near[5] < far[5]


def test_the_middle_counts_in_the_last_part_that_it_is_subtracted_from() -> None:
    own, query = views((1, 0, 4, 5)), views((1, 0, 5, 4))
    scores, centre = FirstScores(0.5, 0.1, 1.5), np.array([0, 0, 4, 4], np.float32)
    found = traits(scores, query, own, centre, last=2)
    assert found[4] > 0.9
    assert found[8] == pytest.approx(0)


def test_as_alike_as_the_photos_are_to_one_another_is_nothing_out_of_the_way() -> None:
    own = views((1, 0.1, 0, 0), (1, -0.1, 0, 0), (1, 0, 0.1, 0), (1, 0, -0.3, 0))
    one_of_them, other = told(views((1, 0, 0.05, 0)), own), told(views((0.5, 1, 1, 1)), own)
    assert -1 < one_of_them[9] < 4
    assert other[9] < -10


def test_a_single_photo_is_alike_to_no_other() -> None:
    assert told(views((1, 0, 1, 0)), views((1, 0, 1, 0)))[9] == 0


def test_more_photos_than_a_search_looks_at_count_as_so_many() -> None:
    many = views(*[(1, 0, 1, 0)] * (MOST_PHOTOS + 5))
    assert told(views((1, 0, 1, 0)), many)[6] == pytest.approx(np.log(MOST_PHOTOS))


def test_the_traits_are_weighed_and_added() -> None:
    found = told(views((1, 0, 1, 0)), views((1, 0, 1, 0)))
    doubt = Doubt((1.0, 2.0, *[0.0] * (TRAITS - 2)), 0.25)
    assert doubt.odds(found) == pytest.approx(0.5 + 0.2 + 0.25)
