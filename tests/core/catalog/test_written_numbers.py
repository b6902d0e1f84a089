"""Numbers as people of twelve countries write them, against Unicode's own way of writing (Babel)."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.written_numbers import PlainNumber, evidence, read_number

LOCALES = {
    "en_US": ".", "de_DE": ",", "nl_NL": ",", "fr_FR": ",", "es_ES": ",", "pt_BR": ",", "it_IT": ",",
    "sv_SE": ",", "pl_PL": ",", "ru_RU": ",", "en_IN": ".", "ja_JP": ".", "zh_CN": ".", "ar_EG": ",",
}  # fmt: skip
"""Language and country to the sign of decimals, Arabic's own counting as a comma."""


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("pattern", ["#,##0.###", "0.###", "#,##0.000", None])
@given(thousandths=st.integers(-(10**12), 10**12))
def test_what_a_locale_writes_is_read_by_its_sign(locale: str, pattern: str | None, thousandths: int) -> None:
    number = Decimal(thousandths).scaleb(-3)
    text = format_decimal(number, format=pattern, locale=locale, numbering_system="default")
    readings = read_number(text)
    assert readings is not None, text
    assert readings.by("," if LOCALES[locale] == "," else ".") == number
    alone = readings.by(None)
    assert alone in (None, number), f"{text} was read as {alone} although it is {number}"


@pytest.mark.parametrize("group", ["", " ", "\u00a0", "\u202f", "'", "’", ".", ","])
@pytest.mark.parametrize("decimal", [".", ","])
@pytest.mark.parametrize("minus", ["", "-", "\u2212"])
@given(whole=st.integers(0, 10**9), fraction=st.integers(0, 999), places=st.integers(1, 4))
def test_every_pair_of_signs_is_read(
    group: str, decimal: str, minus: str, whole: int, fraction: int, places: int
) -> None:
    if group == decimal:
        return
    written = f"{whole:,}".replace(",", group) + decimal + f"{fraction:0{places}}"
    expected = Decimal(f"{'-' if minus else ''}{whole}.{fraction:0{places}}")
    readings = read_number(minus + written)
    assert readings is not None
    assert readings.by("." if decimal == "." else ",") == expected
    assert readings.by(None) in (None, expected)


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1.234", "1.234", "1234"), ("1,234", "1234", "1.234"), ("0.500", "0.500", None),
        ("0,500", None, "0.500"),
        ("-15.000", "-15.000", "-15000"), ("12.5", "12.5", None), ("1.234.567", None, "1234567"),
        ("1,23,456", "123456", None), ("1.234,5", None, "1234.5"), ("5-", "-5", "-5"), ("+5", "5", "5"),
        ("1234.567", "1234.567", None), ("１２．５", "12.5", None), ("٣", "3", "3"), (".5", "0.5", None),
    ],
)  # fmt: skip
def test_both_readings_are_known(text: str, point: str | None, comma: str | None) -> None:
    readings = read_number(text)
    assert readings is not None
    assert (readings.point, readings.comma) == tuple(
        None if one is None else Decimal(one) for one in (point, comma)
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        ".",
        ",",
        "--5",
        "1-2",
        "abc",
        "1,2,3",
        "12 34",
        "1.23.4",
        "1.2.3,4",
        "1,234.567,8",
        "0.500.000",
        "²",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


def test_a_number_of_a_workbook_has_no_thousands() -> None:
    readings = read_number(PlainNumber("1.125"))
    assert readings is not None
    assert readings.by(",") == Decimal("1.125")


@pytest.mark.parametrize(
    ("column", "sign"),
    [
        (["1.234", "12,50"], ","), (["1,234", "2,345.00"], "."), (["1.234.567"], ","), (["0.125"], "."),
        (["1.234", "12"], None), ([], None), (["", "abc"], None), (["1.50", "2,50"], None),
    ],
)  # fmt: skip
def test_a_column_shows_its_decimal_sign(column: list[str], sign: str | None) -> None:
    assert evidence(column).sign == sign


@given(st.text(max_size=80))
def test_any_text_is_a_number_or_none(text: str) -> None:
    read_number(text)
