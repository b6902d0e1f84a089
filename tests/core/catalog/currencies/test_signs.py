"""Signs and codes beside an amount, and the currency that they mean."""

import pytest

from core.catalog.currencies.iso import CURRENCIES
from core.catalog.currencies.signs import read_mark
from core.errors import KnownError


@pytest.mark.parametrize(
    ("mark", "shop", "expected"),
    [
        ("eur", "SEK", "EUR"), ("€", "SEK", "EUR"), ("", "SEK", "SEK"), ("元", "CNY", "CNY"),
        ("$ USD", "", "USD"), ("US$", "", "USD"), ("R$", "", "BRL"), ("zł", "", "PLN"), ("Kč", "", "CZK"),
        ("₽", "", "RUB"), ("руб.", "RUB", "RUB"), ("руб", "BYN", "BYN"), ("грн.", "", "UAH"),
        ("Fr.", "", "CHF"), ("lei", "RON", "RON"), ("円", "", "JPY"), ("人民币", "", "CNY"),
        ("元", "TWD", "TWD"),
        ("Rs", "PKR", "PKR"), ("Rs.", "INR", "INR"), ("R", "ZAR", "ZAR"), ("kr.", "DKK", "DKK"),
        ("￥", "JPY", "JPY"), ("¥", "CNY", "CNY"), ("$", "CAD", "CAD"),
    ],
)  # fmt: skip
def test_a_sign_means_its_currency(mark: str, shop: str, expected: str) -> None:
    assert read_mark(mark, shop) == expected


@pytest.mark.parametrize("mark", ["$", "kr", "¥", "Rs", "£"])
def test_a_sign_of_several_currencies_is_left_open_until_the_shop_has_one(mark: str) -> None:
    assert read_mark(mark) == ""
    with pytest.raises(KnownError, match="shop's currency is EUR"):
        read_mark(mark, "EUR")


@pytest.mark.parametrize("mark", ["gold", "XYZ", "EUR USD", "%"])
def test_what_is_no_currency_is_refused(mark: str) -> None:
    with pytest.raises(KnownError, match="no currency"):
        read_mark(mark, "EUR")


@pytest.mark.parametrize("code", sorted(CURRENCIES))
def test_every_code_means_itself(code: str) -> None:
    assert read_mark(code, "EUR") == read_mark(code.lower()) == code
