"""A merchant's table into a shop."""

from pathlib import Path

import pytest

from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.products.products import counts, product_by_sku
from core.errors import KnownError
from core.ingest.photo_table import add_photos, read_photo_table
from core.ingest.table import import_table, plan_table
from core.quantities.quantity import whole
from core.shop.shop import Shop
from tests.core.conftest import draw


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two products, each with a photo."""
    draw("ellipse", (10, 120, 200)).save(tmp_path / "plate.png")
    draw("rectangle", (200, 120, 10)).save(tmp_path / "tray.png")
    path = tmp_path / "goods.csv"
    path.write_text("sku,title,stock,photo\nP1,Plate,3,plate.png\nT1,Tray,0,tray.png\n", encoding="utf-8")
    return path


def test_a_plan_says_what_an_import_then_does(shop: Shop, table: Path) -> None:
    plan = plan_table(shop, table)
    assert counts(shop.catalog).products == 4
    done = import_table(shop, table)
    assert (plan.products, plan.created, plan.photos_added) == (2, 2, 2)
    assert (done.products, done.created, done.photos_added) == (2, 2, 2)
    assert counts(shop.catalog).products == 6


def test_importing_again_updates_and_never_doubles(shop: Shop, table: Path) -> None:
    import_table(shop, table)
    table.write_text(table.read_text().replace("Plate,3", "Plate,5"), encoding="utf-8")
    again = import_table(shop, table)
    assert (again.created, again.updated, again.unchanged, again.photos_added) == (0, 1, 1, 0)
    plate = product_by_sku(shop.catalog, "P1")
    assert plate is not None and plate.stock == whole(5)


def test_a_missing_photo_costs_the_photo_and_not_the_product(shop: Shop, table: Path) -> None:
    (table.parent / "tray.png").unlink()
    report = import_table(shop, table)
    assert (report.products, report.photos) == (2, 1)
    assert [skip.row for skip in report.skipped] == [3]
    assert "tray.png" in str(report.skipped[0].reason)


def test_a_damaged_photo_costs_the_photo_and_not_the_product(shop: Shop, table: Path) -> None:
    (table.parent / "tray.png").write_bytes(b"damaged")
    report = import_table(shop, table)
    assert (report.products, report.photos) == (2, 1)
    assert "tray.png" in str(report.skipped[0].reason)


def test_a_repeated_sku_is_left_out_with_the_row_that_has_it(shop: Shop, table: Path) -> None:
    table.write_text(table.read_text() + "P1,Another plate,1,plate.png\n", encoding="utf-8")
    report = import_table(shop, table)
    assert report.products == 2
    assert [skip.row for skip in report.skipped] == [4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_chinese_titles_arrive_in_every_usual_encoding(shop: Shop, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "goods.csv"
    rows = "".join(f"C{number},乌龙茶（大盒）{number},茶叶\n" for number in range(20))
    path.write_text("sku,title,category\n" + rows, encoding=encoding)
    assert import_table(shop, path).products == 20
    product = product_by_sku(shop.catalog, "C7")
    assert product is not None
    assert (product.title, product.category) == ("乌龙茶（大盒）7", "茶叶")


def test_wrong_columns_are_named_with_the_way_to_map_them(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("Ding,Ort\na,b\n", encoding="utf-8")
    with pytest.raises(KnownError, match="Ding") as caught:
        import_table(shop, path)
    assert "--map" in str(caught.value)
    assert counts(shop.catalog).products == 4


def test_photos_are_added_to_products_that_are_there(shop: Shop, tmp_path: Path) -> None:
    draw("ellipse", (210, 40, 40), shift=20).save(tmp_path / "one.jpg")
    draw("ellipse", (210, 40, 40), shift=-20).save(tmp_path / "two.jpg")
    path = tmp_path / "more.csv"
    path.write_text(
        "photo,sku\none.jpg,Balls/red ball\ntwo.jpg,Balls/red ball\none.jpg,nobody\ngone.jpg,Balls/red ball\n"
        ",Balls/red ball\none.jpg,\n",
        encoding="utf-8",
    )
    report = add_photos(shop, path)
    assert (report.products, report.photos_added) == (1, 2)
    assert sorted(int(skip.row) for skip in report.skipped) == [4, 5, 6, 7]
    product = product_by_sku(shop.catalog, "Balls/red ball")
    assert product is not None
    kinds = [photo.kind for photo in photos_of_product(shop.catalog, product.id)]
    assert kinds == [PhotoKind.CATALOG, PhotoKind.COUNTER, PhotoKind.COUNTER]


def test_a_photo_table_needs_its_two_columns(tmp_path: Path) -> None:
    path = tmp_path / "photos.csv"
    path.write_text("picture,sku\na.jpg,A\n", encoding="utf-8")
    with pytest.raises(KnownError, match="photo"):
        read_photo_table(path)
