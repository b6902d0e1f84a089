"""Edits of an open shop, and that searches know of them at once."""

from pathlib import Path

import pytest
from PIL import Image

from core.catalog.edits.edit_log import EditKind
from core.catalog.edits.product_change import ProductChange
from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.photos.vectors import photos_without_vector
from core.catalog.products.products import product_by_id, product_by_sku
from core.catalog.products.upsert import ProductDraft
from core.errors import KnownError
from core.ingest.shop_edits import (
    NewPicture,
    add_pictures,
    add_product,
    edit_shop,
    move_picture,
    redo_edit,
    remove_picture,
    set_picture_kind,
    undo_edit,
)
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask

BLUE, RED = "Balls/blue ball", "Balls/red ball"


def id_of(shop: Shop, sku: str) -> int:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    return product.id


def found(shop: Shop, picture: Path) -> list[str]:
    return [result.sku for result in ask(shop, picture, count=3).results]


def hashes(shop: Shop, product_id: int) -> list[str]:
    return [photo.sha256 for photo in photos_of_product(shop.catalog, product_id)]


def test_an_archived_product_is_found_no_more_until_that_is_undone(shop: Shop, blue_ball: Path) -> None:
    assert found(shop, blue_ball)[0] == BLUE
    edit_shop(shop, {id_of(shop, BLUE): ProductChange(archived=True)}, who="Kim")
    assert BLUE not in found(shop, blue_ball)
    undo_edit(shop, who="Kim")
    assert found(shop, blue_ball)[0] == BLUE


def test_what_changes_do_together_says_what_kind_of_edit_they_are(shop: Shop) -> None:
    products = [id_of(shop, BLUE), id_of(shop, RED)]

    def kind(*changes: ProductChange) -> EditKind:
        edit = edit_shop(shop, dict(zip(products, changes, strict=False)), who="Kim")
        assert edit is not None
        return edit.kind

    off, back, other = (ProductChange(archived=True), ProductChange(archived=False), ProductChange(brand="B"))
    assert kind(off, off) is EditKind.ARCHIVE
    assert kind(back, back) is EditKind.RESTORE
    assert kind(off, other) is EditKind.CHANGE
    assert kind(other) is EditKind.CHANGE


def test_a_product_of_a_picture_is_found_by_the_next_search(shop: Shop, tmp_path: Path) -> None:
    shot = Image.radial_gradient("L").resize((400, 300)).convert("RGB")
    shot.save(tmp_path / "shot.png")
    added = add_product(shop, ProductDraft("N-1", "Lamp"), [NewPicture("Webcam", image=shot)], who="Kim")
    assert found(shop, tmp_path / "shot.png")[0] == "N-1"
    undo_edit(shop, who="Kim")
    product = product_by_id(shop.catalog, added.product_id)
    assert product is not None and product.archived
    assert "N-1" not in found(shop, tmp_path / "shot.png")
    redo_edit(shop, who="Kim")
    assert found(shop, tmp_path / "shot.png")[0] == "N-1"


def test_a_number_that_is_taken_is_refused_and_nothing_is_made(shop: Shop) -> None:
    with pytest.raises(KnownError, match="blue ball"):
        add_product(shop, ProductDraft(f" {BLUE} ", "Another"), who="Kim")
    assert product_by_sku(shop.catalog, BLUE) is not None


def test_pictures_are_added_sorted_relabelled_and_removed_and_all_is_undone(
    shop: Shop, blue_ball: Path, tmp_path: Path
) -> None:
    ball = id_of(shop, RED)
    (first,) = hashes(shop, ball)
    broken = tmp_path / "broken.jpg"
    broken.write_text("no picture")
    added = add_pictures(
        shop, ball, [NewPicture("a.jpg", path=blue_ball), NewPicture("broken.jpg", path=broken)], who="Kim"
    )
    assert added.edit is not None and [skip.row for skip in added.skipped] == ["broken.jpg"]
    _, second = hashes(shop, ball)
    assert photos_without_vector(shop.catalog, shop.spec.fingerprint).size == 0
    assert RED in found(shop, blue_ball)[:2]
    move_picture(shop, ball, second, 0, who="Kim")
    assert hashes(shop, ball) == [second, first]
    set_picture_kind(shop, ball, second, PhotoKind.COUNTER, who="Kim")
    assert photos_of_product(shop.catalog, ball)[0].kind is PhotoKind.COUNTER
    remove_picture(shop, ball, second, who="Kim")
    assert hashes(shop, ball) == [first]
    for expected in ([second, first], [second, first], [first, second], [first]):
        undo_edit(shop, who="Kim")
        assert hashes(shop, ball) == expected
    assert photos_without_vector(shop.catalog, shop.spec.fingerprint).size == 0
    assert found(shop, blue_ball)[0] == BLUE


def test_a_picture_that_the_product_has_is_not_added_twice(shop: Shop, pictures: Path) -> None:
    ball = id_of(shop, BLUE)
    again = add_pictures(shop, ball, [NewPicture("x", path=pictures / "Balls" / "blue ball.png")], who="Kim")
    assert again.edit is None and len(hashes(shop, ball)) == 1


def test_what_is_no_picture_is_refused_with_its_reason(shop: Shop, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_text("no picture")
    with pytest.raises(KnownError, match=r"broken\.jpg"):
        add_pictures(shop, id_of(shop, BLUE), [NewPicture("broken.jpg", path=broken)], who="Kim")


def test_a_shop_that_another_program_writes_to_is_not_edited(shop: Shop) -> None:
    with open_shop(shop.folder) as second:
        ball = id_of(second, BLUE)
        with pytest.raises(KnownError, match="changing the shop"):
            edit_shop(second, {ball: ProductChange(title="Mine")}, who="Lou")
        with pytest.raises(KnownError, match="changing the shop"):
            undo_edit(second, who="Lou")
