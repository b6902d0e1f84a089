"""Photos of products: added, found again, ordered, removed."""

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import (
    PhotoFile,
    PhotoKind,
    add_photo,
    file_from_source,
    live_photo_ids,
    photo_from_source,
    photos_by_ids,
    photos_of_product,
    photos_of_products,
    remove_photos,
    remove_superseded,
)
from core.catalog.products.products import set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError


def product(catalog: Catalog, sku: str = "A") -> int:
    return upsert_product(catalog, ProductDraft(sku)).product_id


def file(letter: str, source: str = "", name: str = "") -> PhotoFile:
    return PhotoFile(letter * 64, 40, 30, source * 64, name)


def test_photos_of_a_product_come_in_order_with_their_kind(catalog: Catalog) -> None:
    owner = product(catalog)
    add_photo(catalog, owner, file("a"))
    add_photo(catalog, owner, file("b"), kind=PhotoKind.COUNTER)
    assert [(p.sha256[0], p.kind, p.position) for p in photos_of_product(catalog, owner)] == [
        ("a", PhotoKind.CATALOG, 0),
        ("b", PhotoKind.COUNTER, 1),
    ]


def test_a_file_that_the_product_has_is_not_added_twice(catalog: Catalog) -> None:
    owner = product(catalog)
    first = add_photo(catalog, owner, file("a", "s", "one.jpg"))
    again = add_photo(catalog, owner, file("a", "t", "two.jpg"))
    assert (first.is_new, again.is_new) == (True, False)
    assert again.photo.id == first.photo.id
    assert again.photo.source_name == "two.jpg"


def test_one_file_may_be_a_photo_of_several_products(catalog: Catalog) -> None:
    owners = [product(catalog, sku) for sku in "AB"]
    ids = [add_photo(catalog, owner, file("a")).photo.id for owner in owners]
    remove_photos(catalog, ids[:1])
    assert [photo.sha256 for photo in photos_of_product(catalog, owners[1])] == ["a" * 64]
    remove_photos(catalog, ids[1:])
    assert photos_of_products(catalog, owners) == {}


def test_a_photo_needs_a_product(catalog: Catalog) -> None:
    with pytest.raises(KnownError, match="no product 99"):
        add_photo(catalog, 99, file("a"))


def test_a_known_source_is_found_by_its_bytes(catalog: Catalog) -> None:
    owner, other = product(catalog), product(catalog, "B")
    photo = add_photo(catalog, owner, file("a", "5", "one.jpg")).photo
    assert photo_from_source(catalog, owner, "5" * 64) == photo
    assert photo_from_source(catalog, owner, "a" * 64) == photo  # the stored file itself, as exports name it
    assert photo_from_source(catalog, other, "5" * 64) is None
    assert photo_from_source(catalog, owner, "") is None
    assert file_from_source(catalog, "5" * 64) == file("a", "5", "one.jpg")
    assert file_from_source(catalog, "6" * 64) is None


def test_a_source_that_changed_takes_the_place_of_its_older_photo(catalog: Catalog) -> None:
    owner = product(catalog)
    add_photo(catalog, owner, file("a", "5", "one.jpg"))
    kept = add_photo(catalog, owner, file("b", "6", "two.jpg")).photo
    newer = add_photo(catalog, owner, file("c", "7", "one.jpg")).photo
    remove_superseded(catalog, newer)
    assert photos_of_product(catalog, owner) == [kept, newer]


def test_photos_are_found_by_their_keys_in_the_order_asked_for(catalog: Catalog) -> None:
    owner = product(catalog)
    ids = [add_photo(catalog, owner, file(letter)).photo.id for letter in "abc"]
    assert [photo.id for photo in photos_by_ids(catalog, [ids[2], 99, ids[0]])] == [ids[2], ids[0]]
    assert [photo.position for photo in photos_of_product(catalog, owner)] == [0, 1, 2]


def test_photos_of_archived_products_are_not_live(catalog: Catalog) -> None:
    owners = [product(catalog, sku) for sku in "AB"]
    ids = [add_photo(catalog, owner, file("a")).photo.id for owner in owners]
    set_archived(catalog, owners[:1])
    assert live_photo_ids(catalog).tolist() == ids[1:]
    assert str(live_photo_ids(catalog).dtype) == "int64"
