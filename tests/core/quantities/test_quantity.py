"""Quantities are exact, whatever is done with them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import KnownError
from core.quantities.quantity import NOTHING, ONE, Quantity, exactly, is_out, nearest, whole

THOUSANDTHS = st.integers(-(10**15), 10**15)


@given(st.lists(THOUSANDTHS, max_size=20))
def test_sums_and_differences_are_those_of_exact_fractions(values: list[int]) -> None:
    total = sum((Quantity(value) for value in values), NOTHING)
    assert Fraction(total.decimal) == sum((Fraction(value, 1000) for value in values), Fraction(0))
    assert (total - total, -total + total, abs(total) >= NOTHING) == (NOTHING, NOTHING, True)


@given(THOUSANDTHS)
def test_its_text_and_its_number_read_back_as_the_same(thousandths: int) -> None:
    quantity = Quantity(thousandths)
    assert exactly(Decimal(str(quantity))) == nearest(quantity.decimal) == quantity
    assert exactly(Decimal(repr(quantity.number))) == quantity
    assert quantity.is_whole == ("." not in str(quantity)) == isinstance(quantity.number, int)


@pytest.mark.parametrize(
    ("thousandths", "text"), [(0, "0"), (500, "0.5"), (-1250, "-1.25"), (12000, "12"), (-5, "-0.005")]
)
def test_it_is_written_as_tables_have_it(thousandths: int, text: str) -> None:
    assert str(Quantity(thousandths)) == text


def test_what_has_more_than_three_decimals_is_rounded_where_that_may_be_and_refused_elsewhere() -> None:
    assert nearest(Decimal("0.0005")) == Quantity(1) and nearest(Decimal("-0.0005")) == Quantity(-1)
    with pytest.raises(KnownError, match="three decimals"):
        exactly(Decimal("0.0005"))
    for number in ("1e13", "NaN", "Infinity"):
        with pytest.raises(KnownError, match="cannot be right"):
            nearest(Decimal(number))


def test_what_was_not_counted_is_not_out_of_stock() -> None:
    assert is_out(NOTHING) and is_out(whole(-1))
    assert not is_out(ONE) and not is_out(Quantity(1)) and not is_out(None)
