"""Prices as merchants write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.money import (
    DecimalSign,
    decimals,
    format_money,
    guess_decimal_sign,
    parse_currency,
    parse_money,
)
from core.errors import KnownError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31.78", (3178, "")),
        ("1.234,50 kr", (123450, "")),
        ("1.234,50 EUR", (123450, "EUR")),
        ("$1,234.50", (123450, "")),
        ("12,50 €", (1250, "EUR")),
        ("€12.5", (1250, "EUR")),
        ("1 234,50", (123450, "")),
        ("1\u00a0234,50 zł", (123450, "PLN")),
        ("1'234.50 CHF", (123450, "CHF")),
        ("1,23,456.00 ₹", (12345600, "INR")),
        ("1.234.567", (123456700, "")),
        ("1,234", (123400, "")),
        ("0.500 KWD", (500, "KWD")),
        ("12.345 KWD", (12345, "KWD")),
        ("1200 JPY", (1200, "JPY")),
        ("1,200円", (1200, "JPY")),
        ("45:-", (4500, "")),
        ("9.9900", (999, "")),
        (".5", (50, "")),
        ("$ 5 USD", (500, "USD")),
        ("0", (0, "")),
    ],
)
def test_what_merchants_write_is_read(text: str, expected: tuple[int, str]) -> None:
    assert parse_money(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-5",
        "−5",
        "abc",
        "1,2,3",
        "12 34",
        "5 kr 3",
        "1.005.",
        "12.345",
        "1.2.3,4",
        "١٢",
        "9" * 30,
        "5 XYZ",
    ],
)
def test_what_is_no_price_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        parse_money(text, decimal_sign=".")


@pytest.mark.parametrize(("sign", "expected"), [(None, 123400), (",", 123400)])
def test_the_tables_decimal_sign_settles_what_is_ambiguous(sign: DecimalSign | None, expected: int) -> None:
    assert parse_money("1.234", decimal_sign=sign) == (expected, "")
    assert parse_money("12.50", decimal_sign=sign) == (1250, "")  # what is plain stays plain


def test_a_sign_that_stands_for_several_currencies_means_the_shops_own() -> None:
    assert parse_money("10 kr", "SEK") == (1000, "SEK")
    assert parse_money("¥1200", "JPY") == (1200, "JPY")
    assert parse_money("10 EUR", "SEK") == (1000, "EUR")


@pytest.mark.parametrize(
    ("column", "sign"),
    [
        (["1.234", "12,50"], ","),
        (["1,234", "2,345.00"], "."),
        (["1.234.567"], ","),
        (["0.125"], "."),
        (["1.234", "12"], None),
        ([], None),
        (["", "abc"], None),
    ],
)
def test_a_column_shows_its_decimal_sign(column: list[str], sign: DecimalSign | None) -> None:
    assert guess_decimal_sign(column) == sign


def test_currencies_are_read_by_code_or_sign() -> None:
    assert [parse_currency(text, "SEK") for text in ("eur", "€", "kr", "", "元")] == [
        "EUR",
        "EUR",
        "SEK",
        "SEK",
        "CNY",
    ]
    with pytest.raises(KnownError, match="no currency"):
        parse_currency("gold")


@given(st.integers(0, 10**12), st.sampled_from(["", "EUR", "JPY", "KWD"]))
def test_an_amount_written_by_us_is_read_back_exactly(minor: int, currency: str) -> None:
    assert parse_money(format_money(minor, currency), currency, ".") == (minor, currency)


@given(st.integers(0, 10**9), st.sampled_from([",", "."]), st.sampled_from(["EUR", "SEK"]))
def test_an_amount_with_thousands_signs_is_read_exactly(minor: int, sign: str, currency: str) -> None:
    english = f"{minor // 10 ** decimals(currency):,}.{minor % 100:02}"
    local = english.translate({ord(","): ".", ord("."): ","}) if sign == "," else english
    assert parse_money(f"{local} {currency}") == (minor, currency)
