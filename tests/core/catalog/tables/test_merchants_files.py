"""Files as merchants have sent them, small: each was read wrongly once, most of them without a word."""

from pathlib import Path

import openpyxl
import pytest

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.choices import TableChoices
from core.catalog.tables.parse import Table, parse_table
from core.quantities.quantity import NOTHING, ONE, whole
from core.quantities.units import Unit

FILES = Path(__file__).parent / "merchants_files"


def parse(name: str, **options: object) -> Table:
    return parse_table(FILES / name, currency="EUR", **options)  # type: ignore[arg-type]


def drafts(table: Table) -> dict[str, ProductDraft]:
    return {row.draft.sku: row.draft for row in table.rows}


def remark(table: Table, row: int) -> str:
    return " ".join(str(one.reason) for one in (*table.skipped, *table.notes) if one.row == row)


def about(table: Table) -> str:
    return " ".join(str(sentence) for sentence in table.about)


# Numbers keep their context


def test_three_decimals_of_a_till_are_no_thousands() -> None:
    mapping = {
        "sku": "REF", "title": "Nombre", "price": "Precio [Centro]", "stock": "En inventario [Centro]",
    }  # fmt: skip
    table = parse("loyverse_es_by_hand.csv", mapping=mapping)
    assert [draft.stock for draft in drafts(table).values()] == [whole(-15), whole(36), NOTHING]
    assert [draft.price_minor for draft in drafts(table).values()] == [1500, 2200, 900]


def test_the_same_export_is_known_as_loyverses_in_spanish() -> None:
    table = parse("loyverse_es_by_hand.csv")
    assert table.profile == "Loyverse"
    assert [(draft.title, draft.stock, draft.category) for draft in drafts(table).values()] == [
        ("Agua 1 l", whole(-15), "Bebidas"),
        ("Pan", whole(36), "Panadería"),
        ("Sal", NOTHING, "Otros"),
    ]


def test_the_prices_tell_the_decimal_sign_of_the_stock() -> None:
    found = drafts(parse("own_kg.csv"))
    assert (found["A1"].stock, found["A4"].stock) == (whole(5), ONE)


@pytest.mark.parametrize(
    ("name", "stocks"),
    [
        ("loyverse_en_kg.csv", {"10001": "12.345", "10002": "2.125", "10003": "0.5", "10004": "2.5"}),
        ("odoo_kg.csv", {"OD-1": "12.375 kg", "OD-2": "4 pcs", "OD-3": "3 m"}),
        ("square_sum.csv", {"TEE": "1005", "TEA": "3.625"}),
        ("own_kg.csv", {"A1": "5", "A2": "0.5", "A3": "12.75", "A4": "1"}),
    ],
)
def test_every_fraction_is_kept_and_none_multiplied(name: str, stocks: dict[str, str]) -> None:
    found = {sku: draft for sku, draft in drafts(parse(name)).items() if draft.stock is not None}
    units = {None: "", Unit.MEASURE: ""}
    assert {
        sku: f"{draft.stock} {units.get(draft.unit, draft.unit)}".strip() for sku, draft in found.items()
    } == stocks


def test_a_composite_product_is_one_and_its_parts_are_none() -> None:
    assert list(drafts(parse("loyverse_en_kg.csv"))) == ["10001", "10002", "10003", "10004", "10005"]


def test_numbers_of_a_workbook_are_numbers_and_rounded_with_a_word() -> None:
    table = parse("numbers.xlsx")
    assert [draft.price_minor for draft in drafts(table).values()] == [113, 200, 400]
    assert "rounded to 1.13" in remark(table, 2)
    computed = parse("computed_price.xlsx")
    assert drafts(computed)["X2"].price_minor == 2399
    assert "rounded to 23.99" in remark(computed, 3)


def test_what_nothing_settles_is_said_with_both_readings(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text("sku,title,stock\nA,Rice,1.250\nB,Salt,7\n", encoding="utf-8")
    table = parse_table(path)
    assert drafts(table)["A"].stock == whole(1250)
    assert "“1.250”" in about(table) and "is 1250 or 1.25" in about(table)
    said = parse_table(path, choices=TableChoices(decimal_sign=","))
    assert drafts(said)["A"].stock == whole(1250) and "1.25" not in about(said)


def test_a_column_of_points_and_commas_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "torn.csv"
    path.write_text("sku;price\nA;1.50\nB;2,50\nC;1.234\n", encoding="utf-8")
    table = parse_table(path)
    assert [draft.price_minor for draft in drafts(table).values()] == [150, 250, None]
    assert "1.234 or 1234" in about(table)


# No silent guess


def test_a_quotation_mark_that_is_never_closed_costs_no_other_row() -> None:
    table = parse("quote.csv")
    found = drafts(table)
    assert list(found) == ["B1", "B2", "B3", "B4", "B5"]
    assert (found["B2"].title, found["B2"].price_minor, found["B2"].stock) == ('"24 inch bar', 500, whole(4))
    assert "never closed" in remark(table, 3)


def test_columns_with_other_names_are_understood_and_named() -> None:
    table = parse("heading.csv")
    draft = drafts(table)["H1"]
    assert (draft.title, draft.stock, draft.barcode) == ("Olive oil", whole(12), "5012345678900")
    assert "“Qty” → stock" in about(table)


def test_a_column_that_nobody_understands_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("SKU,Title,Wibble\nA,Tea,9\n", encoding="utf-8")
    assert "not understood and are kept as further facts: “Wibble”" in about(parse_table(path))


def test_shopifys_inventory_is_summed_over_its_locations() -> None:
    found = drafts(parse("shopify_inventory.csv"))
    assert {sku: (draft.stock, draft.location) for sku, draft in found.items()} == {
        "MUG-R": (whole(15), "A3"),
        "MUG-B": (whole(7), "A4"),
    }


def test_square_options_tell_variations_apart() -> None:
    assert [draft.title for draft in drafts(parse("square_options.csv")).values()] == [
        "Shirt | UM | Logo – Black / L",
        "Shirt | UM | Logo – Black / XL",
    ]


def test_codes_keep_the_zeros_of_their_format() -> None:
    found = drafts(parse("zeros.xlsx"))
    assert list(found) == ["00123", "124"]
    assert found["00123"].barcode == "012345678905"


def test_a_formula_without_its_value_is_no_empty_cell() -> None:
    table = parse("formula.xlsx")
    assert (drafts(table)["F1"].price_minor, drafts(table)["F1"].currency) == (None, None)  # not said
    assert "value of a formula is not in the file" in remark(table, 2)


def test_the_error_of_a_formula_is_no_product() -> None:
    table = parse("errs.xlsx")
    assert list(drafts(table)) == ["G1"]
    assert "“#N/A” is the error of a formula" in remark(table, 2)


def test_a_code_that_became_a_date_is_told() -> None:
    table = parse("dates.xlsx")
    assert list(drafts(table)) == ["1-2"]
    assert "into the date 2026-03-01" in remark(table, 2)
    assert "number into the date 2026-05-12" in remark(table, 3)


def test_a_code_that_a_spreadsheet_shortened_is_told() -> None:
    table = parse("scisku.csv")
    assert drafts(table) == {}
    assert "shortened the code to 1.23457E+11" in remark(table, 2)


def test_a_shortened_code_with_all_its_digits_is_whole_again(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("sku,title\n1.23456789012E+11,Tea\n", encoding="utf-8")
    assert list(drafts(parse_table(path))) == ["123456789012"]


@pytest.mark.parametrize(
    ("name", "sku", "says"),
    [
        ("hidden_sheet.xlsx", "S1", "The sheet “Products” is read. Not read: “old”."),
        ("second_sheet.xlsx", "S1", "Not read: “Instructions”."),
        ("title_row.xlsx", "T1", "found in row 4"),
        ("comment.csv", "A1", "found in row 3"),
        ("sepq.csv", "A1", ""),
        ("strict.xlsx", "A1", ""),
    ],
)
def test_the_heading_is_found_where_it_stands(name: str, sku: str, says: str) -> None:
    table = parse(name)
    assert next(iter(drafts(table))) == sku
    assert says in about(table)


def test_the_sum_below_a_list_is_no_product() -> None:
    table = parse("title_row.xlsx")
    assert list(drafts(table)) == ["T1", "T2"]
    assert "sum of those above" in remark(table, 7)


def test_merged_cells_count_for_each_of_their_rows() -> None:
    table = parse("merged.xlsx")
    assert {draft.category for draft in drafts(table).values()} == {"Tea"}
    assert "merged" in about(table)


def test_the_heading_that_is_repeated_on_each_page_is_no_product(tmp_path: Path) -> None:
    path = tmp_path / "pages.csv"
    path.write_text("sku,title\nA,Tea\nsku,title\nB,Salt\n", encoding="utf-8")
    assert list(drafts(parse_table(path))) == ["A", "B"]


@pytest.mark.parametrize("code", ["1-Mar", "Mar-01", "01. Mrz", "3-янв"])
def test_a_code_that_looks_like_a_day_is_kept_and_named(tmp_path: Path, code: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"sku,title\n{code},Bolt\nMARS-2,Bar\n", encoding="utf-8")
    table = parse_table(path)
    assert list(drafts(table)) == [code, "MARS-2"]
    assert "looks like a date" in remark(table, 2)
    assert remark(table, 3) == ""


def test_an_open_stock_of_what_is_weighed_has_decimals(tmp_path: Path) -> None:
    path = tmp_path / "kg.csv"
    path.write_text("sku,title,stock,unit\nA,Rice,1.250,kg\nB,Salt,7,kg\n", encoding="utf-8")
    table = parse_table(path)
    assert str(drafts(table)["A"].stock) == "1.25"
    assert "is 1.25 or 1250" in about(table)


def test_rows_that_a_person_does_not_see_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (["sku", "title"], ["A", "Tea"], ["B", "Cup"], ["C", "Mug"]):
        sheet.append(cells)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[90].hidden = True  # nothing is in it
    book.save(tmp_path / "filtered.xlsx")
    table = parse_table(tmp_path / "filtered.xlsx")
    assert [row.draft.sku for row in table.rows] == ["A", "B", "C"]
    assert [str(note) for note in table.about] == [
        "Rows that are hidden or filtered out in the sheet are read, too: 1."
    ]
