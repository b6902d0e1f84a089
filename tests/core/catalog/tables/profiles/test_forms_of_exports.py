"""Other forms of the same programs' exports: older ones, newer ones, those of chosen columns."""

from pathlib import Path

import pytest

from core.catalog.tables.parse import Table, parse_table
from core.quantities.quantity import whole
from core.quantities.units import Unit


def parse(tmp_path: Path, text: str) -> Table:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path, currency="EUR")


def test_shopifys_older_inventory_has_a_column_for_each_location(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Main Street,Harbour\n"
        "cap,Cap,Title,Default Title,C1,,,23,2\nmug,Mug,Colour,Red,,,,not stocked,5\n"
        "bag,Bag,Title,Default Title,B1,,,,\n",
    )
    assert table.profile == "Shopify inventory"
    assert [(row.draft.sku, row.draft.stock) for row in table.rows] == [
        ("C1", whole(25)),
        ("mug-red", whole(5)),
        ("B1", None),
    ]
    assert table.rows[1].draft.title == "Mug – Red"


def test_shopifys_barcodes_may_be_several(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Handle,Title,Variant SKU,Variant Price,Variant Barcodes\n"
        'cap,Cap,C1,3,"4006381333931, 4006381333948"\nmug,Mug,M1,4,4006381333962\n',
    )
    assert [row.draft.barcode for row in table.rows] == ["4006381333931, 4006381333948", "4006381333962"]


@pytest.mark.parametrize("column", ["Short description", "Regular price"])
def test_woocommerce_exports_of_chosen_columns(tmp_path: Path, column: str) -> None:
    cell = r"<div>Nice &amp; soft.</div>\n" if column == "Short description" else "12.50"
    table = parse(tmp_path, f'SKU,Name,"{column}",Images\nA1,"Tea &amp; Co","{cell}",tea.jpg\n')
    (row,) = table.rows
    assert (table.profile, row.draft.title) == ("WooCommerce", "Tea & Co")
    assert (row.draft.description, row.draft.price_minor) == (
        ("Nice & soft.", None) if column == "Short description" else (None, 1250)
    )
    assert "tea.jpg" in str(table.notes[0].reason)


@pytest.mark.parametrize(
    ("key", "unit"),
    [
        ("product.product_uom_unit", Unit.PIECE),
        ("uom.product_uom_kgm", Unit.KILOGRAM),
        ("uom.product_uom_litre", Unit.LITRE),
        ("uom.product_uom_cm", Unit.CENTIMETRE),
    ],
)
def test_odoos_units_by_their_keys(tmp_path: Path, key: str, unit: Unit) -> None:
    table = parse(tmp_path, f"default_code,name,uom_id/id\nA1,Tea,{key}\n")
    assert (table.rows[0].draft.unit, table.notes) == (unit, ())


def test_what_loyverse_weighs_has_the_unit_that_its_name_says(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Handle,SKU,Name,Sold by weight,Default price\nflour,1,Farina Eur/kg,Y,1.60\nnuts,2,Nuts,Y,20\n",
    )
    assert [row.draft.unit for row in table.rows] == [Unit.KILOGRAM, Unit.MEASURE]


def test_everybodys_words_in_another_language_are_no_programs(tmp_path: Path) -> None:
    table = parse(tmp_path, "Название;Артикул;Цена;Остаток, кг\nЯблоки;Я1;120,50;12,345\n")
    (row,) = table.rows
    assert (table.profile, row.draft.price_minor, row.draft.unit) == ("mapped by hand", 12050, Unit.KILOGRAM)
    assert str(row.draft.stock) == "12.345"


def test_a_price_in_a_column_that_a_merchant_has_renamed_is_not_lost(tmp_path: Path) -> None:
    table = parse(
        tmp_path, "Token,Item Name,Variation Name,SKU,Price (CAD),Cost\nT1,Mug,Regular,M1,$8.50,3\n"
    )
    (row,) = table.rows
    assert (table.profile, row.draft.price_minor, row.draft.currency) == ("Square", 850, "CAD")
    assert row.draft.extra == {"Cost": "3"}
    assert "“Price (CAD)” → price" in str(table.notes[0].reason)


def test_odoos_units_and_categories_in_another_language(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Interne Referenz;Name;Verkaufspreis;Verfügbare Menge;Maßeinheit;Produktkategorie\n"
        "A1;Tee;4,90;12,500;kg;Alle / Getränke\n",
    )
    (row,) = table.rows
    assert (table.profile, row.draft.unit, row.draft.category) == ("Odoo", Unit.KILOGRAM, "Getränke")
    assert str(row.draft.stock) == "12.5"


def test_prices_of_loyverses_other_stores_are_kept_and_named(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Handle,SKU,Name,Sold by weight,Price [A],In stock [A],Price [B],In stock [B]\n"
        "tea,1,Tea,N,2.50,3,2.80,4\ncup,2,Cup,N,5,1,5,1\n",
    )
    assert [row.draft.price_minor for row in table.rows] == [250, 500]
    assert [row.draft.extra for row in table.rows] == [{"Price [B]": "2.80"}, None]
    assert [str(note.reason) for note in table.notes] == [
        "The stores' prices differ: 2.50 is taken; “Price [B]” 2.80 kept as further facts."
    ]


def test_the_mark_of_loyverses_only_store_is_the_products(tmp_path: Path) -> None:
    head = "Handle,SKU,Name,Sold by weight,Price [A],In stock [A],Low stock [A]"
    one = parse(tmp_path, f"{head}\ntea,1,Tea,N,2.50,12.000,3.000\ncup,2,Cup,N,5,1.000,\n")
    assert [row.draft.low for row in one.rows] == [whole(3), None]
    assert [row.draft.extra for row in one.rows] == [None, None]
    two = parse(tmp_path, f"{head},Low stock [B]\ntea,1,Tea,N,2.50,12.000,3.000,4.000\n")
    assert two.rows[0].draft.low is None
    assert two.rows[0].draft.extra == {"Low stock [A]": "3.000", "Low stock [B]": "4.000"}


def test_variations_of_a_product_that_woocommerce_does_not_show_are_archived(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "ID,Type,SKU,Name,Published,Regular price,Parent\n"
        "1,variable,,Pack,0,,\n2,variation,,Pack - Large,1,7,id:1\n"
        "3,variable,,Mug,1,,\n4,variation,,Mug - Red,1,5,id:3\n",
    )
    assert [(row.draft.sku, row.draft.archived) for row in table.rows] == [("woo-2", True), ("woo-4", False)]


def test_what_shopify_does_not_count_has_no_stock_of_zero(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\n"
        "mug,Mug,M,,0,5\npot,Pot,P,shopify,0,6\ncup,Cup,C,,4,7\n",
    )
    assert [row.draft.stock for row in table.rows] == [None, whole(0), whole(4)]
