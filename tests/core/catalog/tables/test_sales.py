"""Sale prices and their days, out of other programs' tables and through our own."""

from pathlib import Path

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import upsert_product
from core.catalog.tables.export import export_table
from core.catalog.tables.parse import Table, parse_table
from core.quantities.sale_price import NO_SALE, Sale


def parsed(folder: Path, text: str) -> Table:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path)


def told(table: Table) -> list[tuple[int | None, Sale | None]]:
    return [(row.draft.price_minor, row.draft.sale) for row in table.rows]


def test_woocommerce_tells_a_sale_with_its_days(tmp_path: Path) -> None:
    table = parsed(
        tmp_path,
        "ID,Type,SKU,Name,Regular price,Sale price,Date sale price starts,Date sale price ends\n"
        "1,simple,A,Tea,2.49,1.99,2026-06-01 00:00:00,2026-06-30\n2,simple,B,Cup,5,,,\n"
        "3,simple,C,Mug,5,4,,\n4,simple,D,Jar,5,6,,\n",
    )
    assert told(table) == [
        (249, Sale(199, "2026-06-01", "2026-06-30")),
        (500, NO_SALE),
        (500, Sale(400)),
        (500, NO_SALE),
    ]
    assert all(row.draft.extra is None for row in table.rows)


def test_shopify_tells_the_price_that_there_was_before(tmp_path: Path) -> None:
    table = parsed(
        tmp_path,
        "Handle,Title,Variant SKU,Variant Price,Variant Compare At Price\n"
        "a,Tea,A,1.99,2.49\nb,Cup,B,5,\nc,Mug,C,5,5\nd,Jar,D,5,4\n",
    )
    assert told(table) == [(249, Sale(199)), (500, NO_SALE), (500, NO_SALE), (500, NO_SALE)]


def test_a_table_that_says_nothing_of_sales_changes_none(tmp_path: Path) -> None:
    assert told(parsed(tmp_path, "sku,title,price\nA,Tea,2.49\n")) == [(249, None)]


@pytest.mark.parametrize("column", ["sale_starts", "sale_ends"])
def test_a_sale_of_which_nobody_knows_when_it_is_is_left_out(tmp_path: Path, column: str) -> None:
    table = parsed(tmp_path, f"sku,title,price,sale_price,{column}\nA,Tea,2.49,1.99,03/04/26\n")
    assert told(table) == [(249, NO_SALE)]
    assert [str(note.reason) for note in table.notes] == [
        "The sale price was left out: “03/04/26” is no day; write 2026-06-30."
    ]


def test_a_sale_goes_into_the_shop_and_out_of_it_and_ends(tmp_path: Path, catalog: Catalog) -> None:
    head = "sku,title,price,currency,sale_price,sale_starts,sale_ends\n"
    for row in parsed(tmp_path, head + "A,Tea,2.49,EUR,1.99,2026-06-01,2026-06-30\n").rows:
        upsert_product(catalog, row.draft)
    export_table(catalog, tmp_path / "out.csv", str)
    (again,) = parse_table(tmp_path / "out.csv").rows
    assert again.draft.sale == Sale(199, "2026-06-01", "2026-06-30")
    for row in parsed(tmp_path, head + "A,Tea,2.49,EUR,,,\n").rows:
        upsert_product(catalog, row.draft)
    product = product_by_sku(catalog, "A")
    assert product is not None
    assert (product.price_minor, product.sale) == (249, NO_SALE)
