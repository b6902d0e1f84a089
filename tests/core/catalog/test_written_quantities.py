"""Quantities as tables and people write them, with and without a unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.written_numbers import DecimalSign
from core.catalog.written_quantities import read_measured, read_quantity
from core.errors import KnownError
from core.quantities.quantity import Quantity
from core.quantities.units import Unit


@given(st.integers(-(10**15), 10**15), st.sampled_from([".", ","]))
def test_a_table_writes_and_reads_the_same_whatever_its_decimal_sign(
    thousandths: int, decimal_sign: DecimalSign
) -> None:
    text = str(Quantity(thousandths)).replace(".", decimal_sign)
    assert read_quantity(text, decimal_sign) == Quantity(thousandths)


@pytest.mark.parametrize(
    ("text", "thousandths", "unit"),
    [
        ("0.5 kg", 500, Unit.KILOGRAM),
        ("3斤", 3000, Unit.JIN),
        ("1'250.5 m²", 1250500, Unit.SQUARE_METRE),
        ("12 Stk.", 12000, Unit.PIECE),
        ("−2.5", -2500, None),
    ],
)
def test_a_unit_may_stand_behind_it(text: str, thousandths: int, unit: Unit | None) -> None:
    assert read_measured(text) == (Quantity(thousandths), unit)


@pytest.mark.parametrize("text", ["", "kg", "1.2345", "three", "5 apples", "1.2.3", "10000000000001", "--5"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        read_measured(text)
