"""A web shop's product that gained or lost options is followed, not doubled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.ingest.product_import import ImportReport
from core.ingest.shop_edits import undo_edit
from core.ingest.table import import_table, plan_table
from core.shop.opening import open_shop
from core.shop.shop import Shop

HEAD = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n"
PLAIN = "mug,Mug,Title,Default Title,,9.00\n"
TWO = "mug,Mug,Colour,Red,,9.00\nmug,,,Blue,,9.00\n"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        yield opened


def imported(shop: Shop, rows: str) -> ImportReport:
    path = shop.folder.parent / "table.csv"
    path.write_text(HEAD + rows)
    planned = plan_table(shop, path)
    report = import_table(shop, path)
    assert (planned.created, planned.updated) == (report.created, report.updated)
    assert planned.skipped == report.skipped
    return report


def on_the_shelf(shop: Shop) -> list[str]:
    rows = shop.catalog.db.execute("SELECT sku FROM products WHERE archived = 0 ORDER BY sku").fetchall()
    return [sku for (sku,) in rows]


def test_a_product_that_became_several_is_archived_and_named(shop: Shop) -> None:
    imported(shop, PLAIN)
    report = imported(shop, TWO)
    assert on_the_shelf(shop) == ["mug-blue", "mug-red"]
    assert [str(skip.reason) for skip in report.skipped] == [
        "mug has other options now and was archived; the table has mug-red, mug-blue."
    ]
    assert imported(shop, TWO).skipped == ()


def test_variants_that_became_one_product_are_archived(shop: Shop) -> None:
    imported(shop, TWO)
    imported(shop, PLAIN)
    assert on_the_shelf(shop) == ["mug"]


def test_the_only_one_goes_on_under_its_new_sku_with_stock_and_history(shop: Shop) -> None:
    imported(shop, TWO)
    red, blue = (product_by_sku(shop.catalog, sku) for sku in ("mug-red", "mug-blue"))
    assert red is not None
    assert blue is not None
    set_archived(shop.catalog, [blue.id])
    report = imported(shop, PLAIN)
    assert (report.created, report.updated) == (0, 1)
    assert [str(skip.reason) for skip in report.skipped] == [
        "The product mug-red has other options now: it goes on as mug."
    ]
    mug = product_by_sku(shop.catalog, "mug")
    assert mug is not None
    assert (mug.id, mug.title) == (red.id, "Mug")
    undo_edit(shop, who="Ann")
    assert on_the_shelf(shop) == ["mug-red"]


def test_an_undo_brings_what_was_archived_back(shop: Shop) -> None:
    imported(shop, PLAIN)
    imported(shop, TWO)
    undo_edit(shop, who="Ann")
    assert on_the_shelf(shop) == ["mug"]


def test_of_several_that_changed_none_is_taken_for_another(shop: Shop) -> None:
    imported(shop, TWO)
    report = imported(shop, "mug,Mug,Colour,Red,,9.00\nmug,,,Navy,,9.00\n")
    assert on_the_shelf(shop) == ["mug-navy", "mug-red"]
    assert (report.created, report.unchanged) == (1, 1)


def test_products_that_only_begin_alike_stay(shop: Shop) -> None:
    """A merchant's own SKU, and another product whose handle goes on where this one ends."""
    imported(
        shop, PLAIN + "mug-red,Mug – the red one,Title,Default Title,,5\nmugs,Mugs,Title,Default Title,,5\n"
    )
    upsert_product(shop.catalog, ProductDraft("mug-01", title="Old mug"))
    imported(shop, TWO.replace("Red", "Green"))
    assert on_the_shelf(shop) == ["mug-01", "mug-blue", "mug-green", "mug-red", "mugs"]
