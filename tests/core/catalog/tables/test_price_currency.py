"""The currency that a workbook's cells show beside their numbers."""

from pathlib import Path

import openpyxl
import pytest

from core.catalog.tables.files.number_formats import CellFormat
from core.catalog.tables.parse import Table, parse_table
from core.quantities.quantity import Quantity
from core.quantities.units import Unit


def workbook(
    path: Path, prices: list[tuple[float, str]], stock_format: str = "General", currency: str = ""
) -> Table:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["sku", "title", "price", "stock"])
    for row, (price, number_format) in enumerate(prices, start=2):
        sheet.append([f"A{row}", "Tea", price, 1.25 if stock_format != "General" else 2])
        sheet.cell(row, 3).number_format = number_format
        sheet.cell(row, 4).number_format = stock_format
    book.save(path)
    return parse_table(path, currency=currency)


@pytest.mark.parametrize(
    ("code", "mark"),
    [
        ("[$€-407]#,##0.00", "€"),
        ('"£"#,##0.00', "£"),
        ('#,##0.00\\ "€"', "€"),
        ("#,##0.00\\ [$zł-415]", "zł"),
        ('_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-', "€"),
        ("$#,##0.00_);($#,##0.00)", "$"),
        ("[$-409]#,##0.00", ""),
        ("#,##0.00", ""),
        ("[Red]0.00", ""),
        ('0.000" kg"', "kg"),
        ('#,##0.00" €/kg"', "€/kg"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd", ""),
    ],
)
def test_a_format_shows_something_beside_the_digits(code: str, mark: str) -> None:
    assert CellFormat(164, code).mark == mark


@pytest.mark.parametrize("code", ["[$€-407]#,##0.00", '#,##0.00\\ "€"', '#,##0.00" EUR"'])
def test_the_shown_currency_is_that_of_the_price(tmp_path: Path, code: str) -> None:
    table = workbook(tmp_path / "t.xlsx", [(4.9, code)], currency="GBP")
    assert (table.rows[0].draft.price_minor, table.rows[0].draft.currency) == (490, "EUR")
    assert [str(note) for note in table.about] == [
        "Prices are in EUR where the format of their cells shows it."
    ]


def test_a_shared_sign_means_the_shops_own_money_and_is_told_where_that_cannot_be(tmp_path: Path) -> None:
    table = workbook(tmp_path / "t.xlsx", [(4.9, '"$"#,##0.00')], currency="AUD")
    assert (table.rows[0].draft.currency, table.about) == ("AUD", ())
    table = workbook(tmp_path / "t.xlsx", [(4.9, '"$"#,##0.00')], currency="EUR")
    assert (table.rows[0].draft.price_minor, table.rows[0].draft.currency) == (490, "EUR")
    assert "read as EUR" in str(table.about[0])


def test_words_that_are_no_money_change_nothing(tmp_path: Path) -> None:
    table = workbook(tmp_path / "t.xlsx", [(4.9, '"from "0.00'), (5.5, "0.00")], currency="EUR")
    assert [(row.draft.price_minor, row.draft.currency) for row in table.rows] == [(490, "EUR"), (550, "EUR")]
    assert table.notes == () and table.about == ()


def test_a_shown_unit_is_that_of_the_stock(tmp_path: Path) -> None:
    table = workbook(tmp_path / "t.xlsx", [(4.9, '#,##0.00" €/kg"'), (2, "0.00")], '0.000" kg"')
    assert [row.draft.likely_unit for row in table.rows] == [Unit.KILOGRAM, Unit.KILOGRAM]
    assert table.rows[0].draft.stock == Quantity(1250)
