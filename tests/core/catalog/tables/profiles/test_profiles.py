"""What every program's export says of its products."""

from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.profiles.profiles import map_rows
from core.catalog.tables.reading import read_table
from core.quantities.quantity import Quantity, whole
from tests.core.catalog.tables.parsed import drafts, parse, remarks


def test_shopify_variants_share_what_their_first_row_says(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant "
        "Inventory Qty,"
        "Variant Price,Variant Barcode,Image Src,Variant Image,Status,Variant Grams\n"
        'shirt,Shirt,<p>Soft</p>,ACME,Tops,"a, b",Size,S,SH-S,3,10.00,\'4006381333931,https://x/1.jpg,,active,200\n'
        "shirt,,,,,,,M,SH-M,4,12.50,,,https://x/m.jpg,,210\n"
        "shirt,,,,,,,,,,,,https://x/2.jpg,,,\n"
        "mug,Mug,,ACME,Cups,,Title,Default Title,,0,5,,,,draft,\n",
    )
    assert table.profile == "Shopify"
    found = drafts(table)
    assert list(found) == ["SH-S", "SH-M", "mug"]
    small, medium, mug = found.values()
    assert (small.title, small.description, small.brand, small.category, small.tags) == (
        "Shirt – S",
        "Soft",
        "ACME",
        "Tops",
        ("a", "b"),
    )
    assert (small.price_minor, medium.price_minor, small.stock, medium.stock) == (
        1000,
        1250,
        whole(3),
        whole(4),
    )
    assert (medium.title, medium.barcode) == ("Shirt – M", "")
    assert (small.extra, medium.extra) == ({"Variant Grams": "200"}, {"Variant Grams": "210"})
    assert (mug.title, mug.archived, small.archived) == ("Mug", True, False)
    _profile, mapped = map_rows(read_table(tmp_path / "table.csv"), None)
    assert [[photo.text for photo in row.photos] for row in mapped] == [
        ["https://x/1.jpg", "https://x/2.jpg"],
        ["https://x/m.jpg"],
        [],
    ]
    assert [row for row, text in remarks(table) if "offline" in text] == [2, 4, 3]
    assert len(remarks(table)) == 3  # the barcode's apostrophe is no fault


def test_shopifys_newer_column_names_are_known_too(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Title,URL handle,Description,Vendor,Type,Status,SKU,Barcode,Option1 name,Option1 value,Price,"
        "Inventory quantity,Product image URL\nCup,cup,Blue,ACME,Cups,Active,C1,,Title,Default "
        "Title,7.5,2,\n",
    )
    assert table.profile == "Shopify"
    assert drafts(table)["C1"].price_minor == 750
    assert drafts(table)["C1"].stock == whole(2)


def test_woocommerce_variations_take_what_they_lack_from_their_parent(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "ID,Type,SKU,Name,Published,Short description,Description,Stock,Regular price,Categories,Tags,Images,"
        "Parent,Attribute 1 name,Attribute 1 value(s)\n"
        '1,simple,A,Apple,1,short,,5,1.5,"Food > Fruit, Sale",x,"https://a/b.jpg, https://a/c.jpg",,,\n'
        '2,variable,B,Ball,1,,Round,,,Toys,,https://a/d.jpg,,Color,"Red, Blue"\n'
        "3,variation,B-R,Ball - Red,1,,,2,9,,,,B,Color,Red\n"
        "4,variation,,,0,,,1,8,,,,id:2,Color,Blue\n"
        "5,variable,L,Lamp,1,,,,5,Home,,,,,\n",
    )
    assert table.profile == "WooCommerce"
    found = drafts(table)
    assert list(found) == ["A", "B-R", "woo-4", "L"]  # a parent without variations is sold itself
    assert (found["A"].category, found["A"].description) == ("Food > Fruit", "short")
    assert (found["B-R"].title, found["B-R"].category, found["B-R"].description) == (
        "Ball - Red",
        "Toys",
        "Round",
    )
    assert (found["woo-4"].title, found["woo-4"].stock, found["woo-4"].archived) == (
        "Ball – Blue",
        whole(1),
        True,
    )
    _profile, mapped = map_rows(read_table(tmp_path / "table.csv"), None)
    assert [len(row.photos) for row in mapped] == [2, 1, 1, 0]


def test_square_adds_the_stock_of_all_locations(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "\ufeffToken,Item Name,Variation Name,SKU,Description,Category,Price,GTIN,Current Quantity North,"
        "Current Quantity South\n"
        't1,Coffee,Large,SQ-1,Fresh,Hot,"$4,250.00",,3,4\n'
        "t2,Cake,Regular,,,,variable,,,\n",
    )
    assert table.profile == "Square"
    coffee, cake = drafts(table).values()
    assert (coffee.title, coffee.price_minor, coffee.stock) == ("Coffee – Large", 425000, whole(7))
    assert (cake.sku, cake.title, cake.price_minor, cake.stock) == ("t2", "Cake", None, None)
    assert remarks(table) == []


def test_loyverse_variants_and_goods_sold_by_weight(tmp_path: Path) -> None:
    table = parse(
        tmp_path,
        "Handle,SKU,Name,Category,Sold by weight,Option 1 name,Option 1 value,Default price,Cost,Barcode,"
        "Price [North],In stock [North],In stock [South]\n"
        "tee,1,Tee,Clothes,N,Size,S,5.00,2,,5.00,3,1\n"
        "tee,2,,,N,,M,6.00,2,,6.00,12.5,\n",
    )
    assert table.profile == "Loyverse"
    small, medium = drafts(table).values()
    assert (small.title, small.stock, medium.title, medium.category) == (
        "Tee – S",
        whole(4),
        "Tee – M",
        "Clothes",
    )
    assert medium.stock == Quantity(12500)
    assert remarks(table) == []


@pytest.mark.parametrize(
    "heading",
    [
        "id,default_code,name,list_price,barcode,categ_id,qty_available,image_1920",
        "External ID,Internal Reference,Name,Sales Price,Barcode,Product Category,Quantity On Hand,Image",
    ],
)
def test_odoo_in_both_of_its_spellings(tmp_path: Path, heading: str) -> None:
    table = parse(tmp_path, f"{heading}\np1,REF,Chair,12.5,,All / Office / Chairs,3.0,aGVsbG8=\n")
    assert table.profile == "Odoo"
    assert drafts(table)["REF"] == ProductDraft(
        "REF",
        title="Chair",
        category="Office / Chairs",
        barcode="",
        price_minor=1250,
        currency="",
        stock=whole(3),
    )
