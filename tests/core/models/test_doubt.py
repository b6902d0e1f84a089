"""What a closer look at the first product's photos tells, and how it adds up."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.models.doubt import TRAITS, Doubt, Views, traits

CENTRE = np.zeros(4, np.float32)


def views(*rows: tuple[float, ...]) -> Views:
    whole = np.array(rows, np.float32)
    return Views(whole, whole[:, :2])


def told(query: Views, own: Views) -> NDArray[np.float64]:
    return traits(0.5, query, own, CENTRE, last=2)


def test_the_traits_of_a_photo_of_the_product_itself() -> None:
    own = views((1, 0, 3, 4), (0, 1, 0, 1))
    score, tightness, whole, last, distance = told(views((1, 0, 3, 4)), own)
    assert (score, tightness) == (0.5, 0)
    assert (whole, last) == pytest.approx((1, 1))
    assert distance < -20


def test_what_is_like_none_of_them_lies_further_away_and_is_less_alike() -> None:
    own = views((1, 0, 1, 0), (0.9, 0.1, 1, 0.1))
    near, far = told(views((1, 0.1, 1, 0)), own), told(views((-1, 3, 0, 1)), own)
    assert near[1] == far[1] > 0.9
    assert (near[2:4] > far[2:4]).all()
    assert near[4] < far[4]


def test_of_a_single_photo_nobody_can_tell_how_alike_they_are() -> None:
    found = told(views((1, 0, 1, 0)), views((1, 0, 1, 0)))
    assert np.isnan(found).tolist() == [False, True, False, False, False]
    doubt = Doubt((1.0, 2.0, *[0.0] * (TRAITS - 2)), 0.25, tightness=0.4)
    assert doubt.odds(found) == pytest.approx(0.5 + 0.8 + 0.25)
