"""Exports of tills and of Odoo: variants, sets, and rows that go on with the one above."""

from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.parse import Table, parse_table


def parsed(folder: Path, text: str) -> Table:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path)


def drafts(table: Table) -> dict[str, ProductDraft]:
    assert table.skipped == ()
    return {row.draft.sku: row.draft for row in table.rows}


def test_squares_options_name_a_variation_that_has_no_name(tmp_path: Path) -> None:
    found = drafts(
        parsed(
            tmp_path,
            "Token,Item Name,Variation Name,SKU,Option Name 1,Option Value 1,Option Name 2,Option Value 2,"
            "Price\n"
            "T1,Shirt | UM,,W1,Colour,Black,Size,L,25\nT2,Shirt | UM,,W2,Colour,Black,Size,XL,25\n"
            'T3,Shirt | UM,"Black, M",W3,Colour,Black,Size,M,25\nT4,Mug,Regular,W4,,,,,9\n'
            "T5,Mug,Regular,W5,Colour,Red,,,9\n",
        )
    )
    assert [draft.title for draft in found.values()] == [
        "Shirt | UM – Black / L",
        "Shirt | UM – Black / XL",
        "Shirt | UM – Black, M",
        "Mug",
        "Mug – Red",
    ]


def test_the_parts_of_a_loyverse_set_are_no_products(tmp_path: Path) -> None:
    found = drafts(
        parsed(
            tmp_path,
            "Handle,SKU,Name,Category,Sold by weight,Default price,Barcode,SKU of included item,"
            "Quantity of included item,In stock [Main]\n"
            "gift,10005,Cheese box,Gifts,N,29.00,,10001,2,\n"
            "gift,,,,,,,10002,1,\ngift,,,,,,,10003,1,\n"
            "tea,10006,Tea,Drinks,N,3.00,,,,4\n",
        )
    )
    assert list(found) == ["10005", "10006"]
    assert found["10005"].extra == {
        "SKU of included item": "10001, 10002, 10003",
        "Quantity of included item": "2, 1, 1",
    }


def test_a_loyverse_variant_is_told_of_by_any_row(tmp_path: Path) -> None:
    found = drafts(
        parsed(
            tmp_path,
            "Handle,SKU,Name,Category,Option 1 name,Option 1 value,Option 2 name,Option 2 value,"
            "Default price\n"
            "tee,2,,,,M,,Red,6\ntee,1,Tee,Clothes,Size,S,Colour,Red,5\n",
        )
    )
    assert [(draft.title, draft.category) for draft in found.values()] == [
        ("Tee – M / Red", "Clothes"),
        ("Tee – S / Red", "Clothes"),
    ]


def test_odoos_further_rows_join_the_product_above(tmp_path: Path) -> None:
    found = drafts(
        parsed(
            tmp_path,
            '"id","name","default_code","list_price","qty_available","product_tag_ids/name"\n'
            '"t1","Desk","D-1","120.0","3.0","Office"\n"","","","","","Wood"\n"","","","","","Oak"\n'
            '"t2","Lamp","L-1","35.0","8.0","Office"\n"t3","Chair","C-1","45.0","2.0",""\n',
        )
    )
    assert {sku: draft.tags for sku, draft in found.items()} == {
        "D-1": ("Office", "Wood", "Oak"),
        "L-1": ("Office",),
        "C-1": (),
    }


@pytest.mark.parametrize("in_one_cell", [False, True])
def test_odoos_variants_are_called_by_their_values(tmp_path: Path, in_one_cell: bool) -> None:
    rows = (
        'C1-S,Cardigan,"Size: S, Colour: Red",59\nC1-M,Cardigan,"Size: M,Colour: Red",59\n'
        if in_one_cell
        else "C1-S,Cardigan,Size: S,59\n,,Colour: Red,\nC1-M,Cardigan,Size: M,59\n,,Colour: Red,\n"
    )
    found = drafts(parsed(tmp_path, "Internal Reference,Name,Variant Values,Sales Price\n" + rows))
    assert [draft.title for draft in found.values()] == ["Cardigan – S / Red", "Cardigan – M / Red"]


def test_a_product_without_a_number_goes_by_its_barcode_and_that_is_said(tmp_path: Path) -> None:
    table = parsed(
        tmp_path,
        "Internal Reference,Name,Barcode,Sales Price\n"
        ",Pencil,5012345678900,1\n,Pen,5012345678917,2\n,Ink,,3\n",
    )
    assert [(row.draft.sku, row.draft.barcode) for row in table.rows] == [
        ("5012345678900", "5012345678900"),
        ("5012345678917", "5012345678917"),
    ]
    assert [note.row for note in table.notes if "goes by its barcode" in str(note.reason)] == [2, 3]
    assert [skip.row for skip in table.skipped] == [4]


def test_pictures_within_odoos_table_are_passed_over_and_said_once(tmp_path: Path) -> None:
    table = parsed(
        tmp_path,
        "id,name,default_code,list_price,image_1920,image_128\n"
        f"t1,Desk,D-1,120,{'A' * 140_000},\nt2,Lamp,L-1,35,{'iVBORw0KGgo' + 'q7' * 150_000}=,\n"
        "t3,Chair,C-1,45,,x\n",
    )
    assert list(drafts(table)) == ["D-1", "L-1", "C-1"]
    assert [str(note) for note in table.about] == [
        "The pictures within the column “image_1920” were passed over: save them as files and name these."
    ]
    assert all(row.draft.extra is None for row in table.rows)
