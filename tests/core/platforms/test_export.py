"""Of each product one cut-out is written; what is doubtful is told and left out unless it is wanted."""

from pathlib import Path

import pytest
from PIL import Image

from core.catalog.photos.photos import PhotoKind
from core.catalog.products.products import Product, product_by_sku
from core.errors import KnownError
from core.ingest.shop_edits import NewPicture, add_pictures
from core.platforms.export import export_cut_outs
from core.platforms.formats import FORMATS, format_named
from core.shop.shop import Shop
from tests.core.imaging.cutting.test_outline import carton, wood


def named(shop: Shop, sku: str) -> Product:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    return product


@pytest.fixture
def ball(shop: Shop) -> Product:
    return named(shop, "Balls/red ball")


def test_a_file_a_product_is_written_under_its_sku(shop: Shop, ball: Product, tmp_path: Path) -> None:
    box = named(shop, "Boxes/green box")
    first, second = export_cut_outs(shop, [ball, box], format_named("taobao"), tmp_path / "out")
    assert first.file == tmp_path / "out" / "Balls_red_ball-taobao.jpg" and first.doubts == ()
    assert second.file is not None
    with Image.open(first.file) as picture:
        assert picture.size == (800, 800)


def test_the_photo_that_can_be_cut_out_best_is_taken(shop: Shop, ball: Product, tmp_path: Path) -> None:
    shelf = Image.effect_noise((300, 300), 90).convert("RGB")
    add_pictures(shop, ball.id, [NewPicture("shelf", image=shelf)], who="Kim", kind=PhotoKind.COUNTER)
    (done,) = export_cut_outs(shop, [ball], FORMATS[0], tmp_path / "out")
    assert done.file is not None and done.sureness > 0.9


def test_a_doubtful_one_is_told_and_written_only_if_wanted(shop: Shop, ball: Product, tmp_path: Path) -> None:
    photos = [NewPicture("cut off", image=carton(wood(5), (90, 60, 210, 299)))]
    box = named(shop, "Boxes/green box")
    shop.catalog.db.execute("DELETE FROM photos WHERE product_id = ?", [box.id])
    add_pictures(shop, box.id, photos, who="Kim")
    (left_out,) = export_cut_outs(shop, [box], FORMATS[0], tmp_path / "out")
    assert left_out.file is None and "touches the edge" in str(left_out.doubts[-1])
    (wanted,) = export_cut_outs(shop, [box], FORMATS[0], tmp_path / "out", doubtful=True)
    assert wanted.file is not None and wanted.doubts == left_out.doubts


def test_what_is_there_already_stays_unless_it_is_to_be_replaced(
    shop: Shop, ball: Product, tmp_path: Path
) -> None:
    there = tmp_path / "Balls_red_ball-square.jpg"
    there.write_bytes(b"mine")
    (left,) = export_cut_outs(shop, [ball], FORMATS[0], tmp_path)
    assert left.file is None and "is there already" in str(left.doubts[0]) and there.read_bytes() == b"mine"
    (done,) = export_cut_outs(shop, [ball], FORMATS[0], tmp_path, replace=True)
    assert done.file == there and there.read_bytes() != b"mine"


def test_a_product_without_a_photo_says_so_and_nothing_is_written_into_a_shop(
    shop: Shop, ball: Product, tmp_path: Path
) -> None:
    shop.catalog.db.execute("DELETE FROM photos WHERE product_id = ?", [ball.id])
    (done,) = export_cut_outs(shop, [ball], FORMATS[0], tmp_path / "out")
    assert done.file is None and str(done.doubts[0]) == "The product has no photo."
    with pytest.raises(KnownError):
        export_cut_outs(shop, [ball], FORMATS[0], shop.folder / "out")
    with pytest.raises(KnownError, match="There is no photo format"):
        format_named("poster")
