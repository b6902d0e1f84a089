"""Cells in which somebody wrote that there is nothing: left out, and told once a column."""

from pathlib import Path

import openpyxl
import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.tables.entries import apply_row
from core.catalog.tables.export import export_table
from core.catalog.tables.parse import Table, parse_table
from core.quantities.quantity import whole


def parse(tmp_path: Path, text: str) -> Table:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path, currency="EUR")


@pytest.mark.parametrize(
    "nothing", ["N/A", "n/a", "#N/A", "#REF!", "null", "NULL", "NaN", "-", "–", "—", "?", "н/д"]
)
def test_what_is_no_value_is_none_in_any_column_and_is_named(tmp_path: Path, nothing: str) -> None:
    table = parse(
        tmp_path,
        "sku,title,brand,barcode,price,stock,tags,colour\n"
        f"A1,Tea,{nothing},{nothing},{nothing},{nothing},{nothing},{nothing}\nA2,Cup,Mo,4006381333931,2,3,new,red\n",
    )
    first, second = (row.draft for row in table.rows)
    assert first == ProductDraft("A1", title="Tea")
    assert (second.brand, second.barcode, second.stock) == ("Mo", "4006381333931", whole(3))
    said = [str(note) for note in table.about] + [str(note.reason) for note in table.notes]
    assert any(nothing in sentence for sentence in said)
    assert not any("Choose" in sentence for sentence in said)


def test_a_thousand_of_them_are_one_sentence(tmp_path: Path) -> None:
    rows = "".join(f"A{number},Tea,{'-' if number % 2 else 'n/a'}\n" for number in range(1000))
    table = parse(tmp_path, "sku,title,barcode\n" + rows)
    assert table.notes == () and [str(note) for note in table.about] == [
        "No value in the column “barcode”: “n/a”, “-”. Cells left out: 1000, the first in row 2."
    ]


def test_what_the_catalog_knows_stays(tmp_path: Path, catalog: Catalog) -> None:
    upsert_product(catalog, ProductDraft("A1", title="Tea", brand="Mo", extra={"colour": "red"}))
    (row,) = parse(tmp_path, "sku,title,brand,colour\nA1,-,N/A,null\n").rows
    apply_row(catalog, row.draft)
    product = product_by_sku(catalog, "A1")
    assert product is not None
    assert (product.title, product.brand, product.extra) == ("Tea", "Mo", {"colour": "red"})


def test_a_row_whose_sku_says_nothing_has_none(tmp_path: Path) -> None:
    table = parse(tmp_path, "sku,title,barcode\nN/A,Tea,4006381333931\nN/A,Cup,\n")
    assert [row.draft.sku for row in table.rows] == ["4006381333931"]
    assert "it has no SKU" in str(table.skipped[0].reason)


@pytest.mark.parametrize("word", ["None", "NA", "no barcode", "SEM GTIN", "нет", "无", "000000"])
def test_a_word_for_no_barcode_is_no_barcode(tmp_path: Path, word: str) -> None:
    table = parse(tmp_path, f"sku,title,barcode\nA1,Tea,{word}\n")
    assert table.rows[0].draft.barcode == ""
    assert "is no barcode and was left out" in str(table.notes[0].reason)


def test_none_is_an_answer_elsewhere(tmp_path: Path) -> None:
    (row,) = parse(tmp_path, "sku,title,engraving\nA1,Ring,None\n").rows
    assert row.draft.extra == {"engraving": "None"}


def test_a_shortened_barcode_is_no_code_of_many_products(tmp_path: Path) -> None:
    table = parse(tmp_path, "sku,title,barcode\nA1,Tea,4.80002E+12\nA2,Cup,4.80002E+12\n")
    assert [row.draft.barcode for row in table.rows] == [None, None]
    assert all("shortened" in str(note.reason) for note in table.notes) and len(table.notes) == 2


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_product_that_is_called_so_comes_out_and_in(tmp_path: Path, catalog: Catalog, ending: str) -> None:
    upsert_product(catalog, ProductDraft("A1", title="null", brand="-", extra={"word": "'n/a"}))
    export_table(catalog, tmp_path / f"out{ending}", str)
    (row,) = parse_table(tmp_path / f"out{ending}").rows
    assert (row.draft.title, row.draft.brand) == ("null", "-")
    assert row.draft.extra == {"word": "'n/a"}


def test_an_error_in_a_workbook_is_no_barcode(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (["sku", "title", "barcode"], ["A1", "Tea", "#N/A"], ["A2", "Cup", "N/A"]):
        sheet.append(cells)
    book.save(tmp_path / "table.xlsx")
    table = parse_table(tmp_path / "table.xlsx")
    assert [row.draft.barcode for row in table.rows] == [None, None]
    assert "“#N/A”" in str(table.notes[0].reason)
    assert any("“N/A”" in str(note) for note in table.about)
