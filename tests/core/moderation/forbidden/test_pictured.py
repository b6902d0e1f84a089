"""Goods that the shop has a picture of and never sells."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from core.catalog.moderation.never_sell import add_picture, never_sell_pictures, remove_picture
from core.catalog.photos.photos import live_photo_hashes
from core.catalog.products.products import product_by_sku
from core.errors import KnownError
from core.finding import FindingKind
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.moderation.forbidden.adding import add_product
from core.moderation.forbidden.pictured import PicturedDetector
from core.moderation.looked_at import LookedAt, look_at_photo
from core.moderation.looking import moderate_shop
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.cartons import carton, held_up


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of a carton, photographed as somebody holds it up, and of three signs; not to be changed."""
    shop_folder = tmp_path_factory.mktemp("goods") / "shop"
    folder = shop_folder.with_name("pictures")
    folder.mkdir()
    held_up(carton(1)).save(folder / "carton.png")
    for number, colour in enumerate(("firebrick", "seagreen", "goldenrod")):
        sign = Image.new("RGB", (240, 240), "white")
        ImageDraw.Draw(sign).ellipse((30, 30, 200, 120 + 40 * number), fill=colour)
        sign.save(folder / f"sign {number}.png")
    with open_shop(shop_folder, create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder))
    return shop_folder


@pytest.fixture
def goods(imported: Path, tmp_path: Path) -> Iterator[Shop]:
    """That shop, open."""
    with open_shop(shutil.copytree(imported, tmp_path / "shop"), device="cpu") as shop:
        yield shop


def found(shop: Shop) -> dict[str, float]:
    """Photos of products by what was told of forbidden goods."""
    return {
        one.sha256: finding.score
        for one in moderate_shop(shop)
        for finding in one.findings
        if finding.kind is FindingKind.FORBIDDEN
    }


def photo_of(shop: Shop, sku: str) -> str:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    owners = shop.catalog.db.execute("SELECT sha256 FROM photos WHERE product_id = ?", [product.id])
    return str(owners.fetchone()[0])


def test_goods_are_found_by_their_picture_and_no_others(goods: Shop) -> None:
    assert found(goods) == {}
    add_picture(goods.catalog, carton(1), "Recalled milk", who="Kim")
    assert set(found(goods)) == {photo_of(goods, "carton")}
    (one,) = (one for one in moderate_shop(goods) if one.open_findings)
    assert "Recalled milk" in str(one.findings[0].text)


def test_where_the_print_agrees_its_place_is_told(goods: Shop) -> None:
    add_picture(goods.catalog, carton(1), "Recalled milk", who="Kim")
    picture = look_at_photo(goods, photo_of(goods, "carton"))
    (finding,) = PicturedDetector(goods).find(picture)
    assert finding.box is not None
    left, top, right, bottom = finding.box
    assert left < 100 and top < 90 and right > 330 and bottom > 320


def test_a_picture_that_is_not_of_the_shop_is_looked_at_too(goods: Shop) -> None:
    add_picture(goods.catalog, carton(4), "Recalled milk", who="Kim")
    (finding,) = PicturedDetector(goods).find(LookedAt(goods, "dropped.png", held_up(carton(4))))
    assert "Recalled milk" in str(finding.text)


def test_what_is_no_longer_forbidden_is_not_told(goods: Shop) -> None:
    before = PicturedDetector(goods).version
    kept = add_picture(goods.catalog, carton(1), "Recalled milk", who="Kim")
    assert found(goods)
    remove_picture(goods.catalog, kept.id)
    assert PicturedDetector(goods).version == before
    assert found(goods) == {}


def test_a_product_of_the_shop_can_be_the_example(goods: Shop) -> None:
    product = product_by_sku(goods.catalog, "sign 1")
    assert product is not None
    add_product(goods, product, who="Kim")
    assert set(found(goods)) == {photo_of(goods, "sign 1")}
    assert [one.name for one in never_sell_pictures(goods.catalog)] == [product.title]


def test_a_product_without_a_photo_cannot(goods: Shop) -> None:
    product = product_by_sku(goods.catalog, "sign 1")
    assert product is not None
    goods.files.delete(live_photo_hashes(goods.catalog).values())
    with pytest.raises(KnownError, match="add a word instead"):
        add_product(goods, product, who="Kim")


def test_a_picture_that_a_stranger_damaged_is_left_out(goods: Shop) -> None:
    add_picture(goods.catalog, carton(1), "Recalled milk", who="Kim")
    with goods.catalog.transaction() as db:
        db.execute("UPDATE never_sell_pictures SET picture = x'00ff'")
    assert PicturedDetector(goods).find(look_at_photo(goods, photo_of(goods, "carton"))) == ()
