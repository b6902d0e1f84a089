"""Tests and shrinkage against plain computations."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.recommend.significance import fisher_tail, shrunk_lift, significant


def exact_tail(together: int, first: int, second: int, total: int) -> Fraction:
    ways = sum(
        comb(first, k) * comb(total - first, second - k) for k in range(together, min(first, second) + 1)
    )
    return Fraction(ways, comb(total, second))


@given(st.data())
def test_the_tail_is_that_of_the_hypergeometric_distribution(data: st.DataObject) -> None:
    total = data.draw(st.integers(2, 200))
    first, second = data.draw(st.integers(1, total)), data.draw(st.integers(1, total))
    together = data.draw(st.integers(max(0, first + second - total), min(first, second)))
    assert fisher_tail(together, first, second, total) == pytest.approx(
        float(exact_tail(together, first, second, total)), rel=1e-8, abs=1e-300
    )


def test_a_million_receipts_are_no_matter() -> None:
    assert fisher_tail(10_000, 50_000, 50_000, 1_000_000) < 1e-300
    assert fisher_tail(2_500, 50_000, 50_000, 1_000_000) == pytest.approx(0.5, abs=0.02)


def test_of_many_pairs_that_are_tried_more_must_be_seen_than_of_one() -> None:
    assert significant([0.04], 1, 0.05).tolist() == [True]
    assert significant([0.04], 10, 0.05).tolist() == [False]
    assert significant([0.001, 0.008, 0.039, 0.041, 0.9], 5, 0.05).tolist() == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert significant([], 3, 0.05).tolist() == []


def test_lift_of_rare_pairs_is_drawn_towards_once() -> None:
    rare, common = (shrunk_lift(1, 1, 10, 1000, 1.0), shrunk_lift(400, 1000, 1000, 10_000, 1.0))
    assert rare < 2.0  # by count alone: a hundred times
    assert common == pytest.approx(4.0, rel=0.02)
