"""Products made one: what the other had joins, nothing is lost, and one undo brings all back."""

from pathlib import Path

import pytest
from PIL import Image

from core.catalog.edits.product_change import ProductChange
from core.catalog.log.search_feedback import log_feedback
from core.catalog.log.search_log import confirmed_searches, log_search
from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import Product, product_by_id, product_by_sku
from core.catalog.stock_history import stock_history
from core.copies.merging import merge_products
from core.errors import KnownError
from core.feedback import Said
from core.ingest.shop_edits import NewPicture, add_pictures, edit_shop, redo_edit
from core.quantities.quantity import Quantity, whole
from core.quantities.units import Unit
from core.shop.shop import Shop
from core.steps.undo import undo_step
from tests.core.asking import ask

BLUE, RED = "Balls/blue ball", "Balls/red ball"


def product(shop: Shop, sku: str) -> Product:
    found = product_by_sku(shop.catalog, sku)
    assert found is not None
    return found


@pytest.fixture
def two(shop: Shop) -> tuple[int, int]:
    """Two products that each have something the other has not."""
    kept, other = product(shop, BLUE).id, product(shop, RED).id
    edit_shop(
        shop,
        {
            kept: ProductChange(stock=whole(3), tags=("Round",), barcode="4006381333931"),
            other: ProductChange(
                stock=whole(4), tags=("round", "toy"), brand="Bounce", barcode="5000112637922"
            ),
        },
        who="Kim",
    )
    search = log_search(shop.catalog, origin="file", verdict="match", top_product_id=other)
    log_feedback(shop.catalog, search, Said.RIGHT, other)
    return kept, other


def test_what_the_other_has_joins_the_one_that_stays(shop: Shop, two: tuple[int, int]) -> None:
    kept, other = two
    pictures = {photo.sha256 for one in two for photo in photos_of_product(shop.catalog, one)}
    merge_products(shop, kept, [other], who="Kim")
    now, gone = product(shop, BLUE), product(shop, RED)
    assert now.stock == whole(7) and now.brand == "Bounce"
    assert now.tags == ("Round", "toy") and now.barcode == "4006381333931, 5000112637922"
    assert {photo.sha256 for photo in photos_of_product(shop.catalog, kept)} == pictures
    assert gone.archived and gone.merged_into == kept and gone.stock == whole(0)
    said = shop.catalog.db.execute("SELECT product_id FROM search_feedback").fetchall()
    assert said == [(kept,)] and confirmed_searches(shop.catalog) == 1
    assert shop.catalog.db.execute("SELECT top_product_id FROM searches").fetchall() == [(kept,)]


def test_a_picture_of_the_other_finds_the_one_that_stays(
    shop: Shop, two: tuple[int, int], pictures: Path
) -> None:
    merge_products(shop, two[0], [two[1]], who="Kim")
    assert ask(shop, pictures / f"{RED}.png", count=3).results[0].sku == BLUE


def test_one_undo_brings_all_of_it_back_and_a_redo_merges_again(shop: Shop, two: tuple[int, int]) -> None:
    kept, other = two
    before = [product(shop, sku) for sku in (BLUE, RED)]
    photos = photos_of_product(shop.catalog, kept)
    merge_products(shop, kept, [other], who="Kim")
    turned = undo_step(shop, who="Kim")
    assert not turned.left
    for was in before:
        now = product_by_id(shop.catalog, was.id)
        assert now is not None
        assert (now.stock, now.tags, now.barcode, now.brand, now.archived, now.merged_into) == (
            was.stock, was.tags, was.barcode, was.brand, was.archived, was.merged_into,
        )  # fmt: skip
    assert photos_of_product(shop.catalog, kept) == photos
    assert shop.catalog.db.execute("SELECT product_id FROM search_feedback").fetchall() == [(other,)]
    redo_edit(shop, who="Kim")
    assert product(shop, BLUE).stock == whole(7) and product(shop, RED).merged_into == kept


def test_the_stock_history_tells_of_both(shop: Shop, two: tuple[int, int]) -> None:
    merge_products(shop, two[0], [two[1]], who="Kim")
    history = stock_history(shop.catalog, two[0])
    assert history[0].stock == whole(7) and history[-1].movement.product_id in two
    assert {change.movement.product_id for change in history} == set(two)


def test_of_photos_that_are_copies_the_largest_stays(shop: Shop, two: tuple[int, int]) -> None:
    kept, other = two
    large = Image.radial_gradient("L").resize((640, 480)).convert("RGB")
    add_pictures(shop, kept, [NewPicture("small", image=large.resize((320, 240)))], who="Kim")
    add_pictures(shop, other, [NewPicture("large", image=large)], who="Kim")
    own, small = photos_of_product(shop.catalog, kept)
    red, big = photos_of_product(shop.catalog, other)
    merge_products(shop, kept, [other], who="Kim", copies=[{small.sha256, big.sha256}])
    now = [photo.sha256 for photo in photos_of_product(shop.catalog, kept)]
    assert now == [own.sha256, big.sha256, red.sha256]


def test_a_stock_that_only_the_other_knows_is_taken_over_with_its_unit(shop: Shop) -> None:
    kept, other = product(shop, BLUE).id, product(shop, RED).id
    edit_shop(shop, {other: ProductChange(unit=Unit.KILOGRAM, stock=Quantity(1500))}, who="Kim")
    merge_products(shop, kept, [other], who="Kim")
    now = product(shop, BLUE)
    assert now.stock == Quantity(1500) and now.unit is Unit.KILOGRAM


def test_what_cannot_be_one_is_refused_and_nothing_is_changed(shop: Shop, two: tuple[int, int]) -> None:
    kept, other = two
    edit_shop(shop, {other: ProductChange(unit=Unit.KILOGRAM)}, who="Kim")
    for others, words in (([other], "different units"), ([], "two products"), ([10**6], "is gone")):
        with pytest.raises(KnownError, match=words):
            merge_products(shop, kept, others, who="Kim")
    edit_shop(shop, {other: ProductChange(archived=True)}, who="Kim")
    with pytest.raises(KnownError, match="is archived"):
        merge_products(shop, kept, [other], who="Kim")
    assert product(shop, BLUE).stock == whole(3)
