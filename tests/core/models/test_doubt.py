"""What a closer look at the first product's photos tells, and how it adds up."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.models.doubt import MOST_PHOTOS, TRAITS, Doubt, Views, traits

CENTRE = np.zeros(4, np.float32)


def views(*rows: tuple[float, ...]) -> Views:
    whole = np.array(rows, np.float32)
    return Views(whole, whole[:, :2])


def told(query: Views, own: Views) -> NDArray[np.float64]:
    return traits(0.5, 0.1, query, own, CENTRE, last=2)


def test_the_traits_of_a_photo_of_the_product_itself() -> None:
    own = views((1, 0, 3, 4), (-1, 0, -3, -4))
    score, width, best, mean, last, distance, count = told(views((1, 0, 3, 4)), own)
    assert (score, width) == (0.5, 0.1)
    assert (best, last) == pytest.approx((1, 1))
    assert mean == pytest.approx(0, abs=1e-6)
    assert distance < -20
    assert count == pytest.approx(np.log(2))


def test_what_is_like_none_of_them_lies_further_away_and_is_less_alike() -> None:
    own = views((1, 0, 1, 0), (0.9, 0.1, 1, 0.1))
    near, far = told(views((1, 0.1, 1, 0)), own), told(views((-1, 3, 0, 1)), own)
    assert (near[2:5] > far[2:5]).all()
    assert near[5] < far[5]


def test_more_photos_than_a_search_looks_at_count_as_so_many() -> None:
    many = views(*[(1, 0, 1, 0)] * (MOST_PHOTOS + 5))
    assert told(views((1, 0, 1, 0)), many)[6] == pytest.approx(np.log(MOST_PHOTOS))


def test_the_traits_are_weighed_and_added() -> None:
    found = told(views((1, 0, 1, 0)), views((1, 0, 1, 0)))
    doubt = Doubt((1.0, 2.0, *[0.0] * (TRAITS - 2)), 0.25)
    assert doubt.odds(found) == pytest.approx(0.5 + 0.2 + 0.25)
