"""Amounts as a customer of that country writes them."""

import pytest

from core.catalog.currencies.shown import MoneyStyle, shown_amount


@pytest.mark.parametrize(
    ("minor", "currency", "shown"),
    [
        (2390, "CNY", "¥23.90"),
        (123450, "USD", "$1,234.50"),
        (123450, "EUR", "1.234,50 €"),
        (500, "JPY", "¥500"),
        (4999, "PLN", "49,99 zł"),
        (1250, "BRL", "R$ 12,50"),
        (1250, "CHF", "CHF 12.50"),
        (1250, "", "12.50"),
        (12345, "KWD", "KWD 12.345"),
    ],
)
def test_an_amount_is_written_as_its_country_does(minor: int, currency: str, shown: str) -> None:
    assert shown_amount(minor, currency) == shown.replace(" ", "\u00a0")


def test_a_shop_in_dublin_writes_its_euros_as_it_likes() -> None:
    assert shown_amount(1250, "EUR", MoneyStyle.POINT) == "€12.50"
    assert shown_amount(1250, "CNY", MoneyStyle.COMMA) == "12,50\u00a0¥"
