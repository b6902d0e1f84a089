"""A number as people write it."""

from decimal import Decimal

import pytest

from desktop_app.pages.catalog.bulk.typed_number import decimal_of


@pytest.mark.parametrize(
    ("text", "number"),
    [("", None), (" ", None), ("10", "10"), ("-12,5", "-12.5"), ("\u22123 %", "-3"), ("+.5", "0.5")],
)
def test_a_number_is_read_as_it_is_written(text: str, number: str | None) -> None:
    assert decimal_of(text) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("text", ["ten", "1,000.5", "1e3", "x1", "--1", "+-1", "²1"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        decimal_of(text)
