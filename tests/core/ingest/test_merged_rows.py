"""A table that still names a product which was merged into another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import Product, product_by_sku, set_archived
from core.catalog.tables.export import export_table
from core.copies.merging import merge_products
from core.ingest.photo_table import add_photos
from core.ingest.product_import import GROUP_PHOTOS, ImportReport
from core.ingest.table import import_table, plan_table
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop in which B1, and C1 before it, were merged into A1."""
    with open_shop(tmp_path / "shop", create=True) as shop:
        bring(shop, tmp_path, "A1,Cup,4006381333931,5\nB1,Mug,5000112637922,6\nC1,Jug,,7\n")
        merge_products(shop, product(shop, "B1").id, [product(shop, "C1").id], who="Kim")
        merge_products(shop, product(shop, "A1").id, [product(shop, "B1").id], who="Kim")
        yield shop


def bring(shop: Shop, folder: Path, rows: str) -> ImportReport:
    path = folder / "goods.csv"
    path.write_text("sku,title,barcode,price\n" + rows, encoding="utf-8")
    planned = plan_table(shop, path)
    done = import_table(shop, path)
    assert (planned.updated, planned.unchanged) == (done.updated, done.unchanged)
    assert planned.skipped == done.skipped
    return done


def product(shop: Shop, sku: str) -> Product:
    found = product_by_sku(shop.catalog, sku)
    assert found is not None
    return found


@pytest.mark.parametrize("sku", ["B1", "C1"])
def test_its_row_changes_the_one_that_took_over_and_that_is_said(
    shop: Shop, tmp_path: Path, sku: str
) -> None:
    gone = product(shop, sku)
    report = bring(shop, tmp_path, f"{sku},Blue mug,5000112637922,9\n")
    now = product(shop, "A1")
    assert (now.title, now.price_minor) == ("Blue mug", 900)
    assert now.barcode == "4006381333931, 5000112637922"  # the row's is among those that were joined
    assert product(shop, sku) == gone
    assert [(skip.row, str(skip.reason)) for skip in report.skipped] == [
        (2, f"{sku} was merged into A1: the row went to that product.")
    ]
    assert report.step is not None
    undo_step(shop, who="Kim", only=report.step)
    assert product(shop, "A1").title == "Cup"


def test_where_the_other_has_a_row_of_its_own_that_row_counts(shop: Shop, tmp_path: Path) -> None:
    report = bring(shop, tmp_path, "B1,Old mug,,1\nA1,New cup,,2\n")
    assert (product(shop, "A1").title, product(shop, "A1").price_minor) == ("New cup", 200)
    assert product(shop, "B1").title == "Mug"
    assert "which another row is about" in str(report.skipped[0].reason)


def test_photos_of_both_are_one_step_however_many_they_are(shop: Shop, tmp_path: Path) -> None:
    """More than one transaction takes; the log has room for each product once a step."""
    names = [f"{number}.png" for number in range(GROUP_PHOTOS + 2)]
    for shade, name in enumerate(names):
        Image.new("RGB", (40, 40), (5 * shade, 90, 200 - 5 * shade)).save(tmp_path / name)
    rows = [f"{'A1' if name == names[-1] else 'B1'},{name}\n" for name in names]
    (tmp_path / "photos.csv").write_text("sku,photo\n" + "".join(rows), encoding="utf-8")
    report = add_photos(shop, tmp_path / "photos.csv")
    assert report.photos_added == len(photos_of_product(shop.catalog, product(shop, "A1").id)) == len(names)
    undo_step(shop, who="Kim", only=report.step)
    assert photos_of_product(shop.catalog, product(shop, "A1").id) == []
    assert product(shop, "A1").title == "Cup"


def test_an_export_of_the_shop_comes_in_again_unchanged(shop: Shop, tmp_path: Path) -> None:
    export_table(shop.catalog, tmp_path / "out.csv", str)
    report = import_table(shop, tmp_path / "out.csv")
    assert (report.unchanged, report.updated, report.skipped) == (3, 0, ())


def test_one_that_was_put_back_on_the_shelf_is_itself_again(shop: Shop, tmp_path: Path) -> None:
    set_archived(shop.catalog, [product(shop, "B1").id], archived=False)
    report = bring(shop, tmp_path, "B1,Red mug,,8\n")
    assert (product(shop, "B1").title, product(shop, "A1").title) == ("Red mug", "Cup")
    assert report.skipped == ()
