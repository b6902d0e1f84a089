"""Prices as merchants write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.currencies.iso import decimals
from core.catalog.money import format_money, parse_money, read_price, to_minor
from core.catalog.written_numbers import DecimalSign
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
    ("text", "amount", "currency"),
    [
        ("12.50 €/kg", "12.50", "EUR"),
        ("12,50 € pro kg", "12.50", "EUR"),
        ("5.00 / 1 l", "5.00", ""),
        ("￥２５．５０", "25.50", ""),
        ("１，２５０.50円", "1250.50", "JPY"),
        ("₱1,250.00", "1250.00", "PHP"),
        ("₦2.500,00", "2500.00", "NGN"),
        ("RM12.50", "12.50", "MYR"),
        ("Rp12.500,00", "12500.00", "IDR"),
        ("A$5.00", "5.00", "AUD"),
        ("NT$120", "120", "TWD"),
        ("RMB 25", "25", "CNY"),
        ("S/.12.50", "12.50", "PEN"),
        ("CHF 12.–", "12", "CHF"),
        ("Rs. 1250/-", "1250", ""),
        ("ر.س ١٢٫٥٠", "12.50", "SAR"),
    ],
)
def test_prices_of_the_world(text: str, amount: str, currency: str) -> None:
    price = read_price(text)
    assert (price.amount(None), price.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize("text", ["5 g", "2 l", "2 for 5.00", "3 x 1,50 €", "2,50 €/100 g", "99 ct"])
def test_a_quantity_or_several_numbers_are_no_price(text: str) -> None:
    with pytest.raises(KnownError):
        read_price(text)


def test_more_decimals_than_a_currency_has_are_rounded_half_up_and_told() -> None:
    assert to_minor(Decimal("1.125"), "EUR") == (113, False)
    assert to_minor(Decimal("23.988"), "EUR") == (2399, False)
    assert to_minor(Decimal("23.98"), "EUR") == (2398, True)
    assert to_minor(Decimal("0.30000000000000004"), "EUR") == (30, True)  # what binary fractions leave
    with pytest.raises(KnownError, match="round it"):
        parse_money("1.125", "EUR", ".")


@given(st.integers(0, 10**12), st.sampled_from(["", "EUR", "JPY", "KWD"]))
def test_an_amount_written_by_us_is_read_back_exactly(minor: int, currency: str) -> None:
    assert parse_money(format_money(minor, currency), currency, ".") == (minor, currency)


@given(st.integers(0, 10**9), st.sampled_from([",", "."]), st.sampled_from(["EUR", "SEK"]))
def test_an_amount_with_thousands_signs_is_read_exactly(minor: int, sign: str, currency: str) -> None:
    english = f"{minor // 10 ** decimals(currency):,}.{minor % 100:02}"
    local = english.translate({ord(","): ".", ord("."): ","}) if sign == "," else english
    assert parse_money(f"{local} {currency}") == (minor, currency)


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("12,50 €*", 1250, "EUR"),
        ("12.50 EUR (incl. VAT)", 1250, "EUR"),
        ("1200円(税抜)", 1200, "JPY"),
        ("1200円（税込）", 1200, "JPY"),
        ("CHF 12.50 [netto]", 1250, "CHF"),
    ],
)
def test_a_remark_behind_a_price_is_none_of_it(text: str, minor: int, currency: str) -> None:
    assert parse_money(text) == (minor, currency)
