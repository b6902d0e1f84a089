"""What is written on counter photos: which of them are read, and that it goes with its photo."""

import json
from itertools import pairwise

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.lists.text_search import find_products
from core.catalog.photos.counter_writing import (
    MOST_PHOTOS,
    counter_photos_to_read,
    counter_writing,
    store_counter_writing,
)
from core.catalog.photos.label_words import store_label
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo, remove_photos
from core.catalog.products.products import ranges_of_products
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.label.lines import Line
from core.label.same_writing import PlacedText

READER = "reader 1"
TEXTS = (PlacedText("eko", 0.5, 0.25), PlacedText("有机", 0.1, 0.9))


def photo(catalog: Catalog, product_id: int, kind: PhotoKind) -> int:
    (number,) = catalog.db.execute("SELECT count(*) FROM photos").fetchone()
    return add_photo(catalog, product_id, PhotoFile(f"{number:064x}", 10, 10), kind=kind).photo.id


def package(catalog: Catalog, sku: str, counter: int, *, says: tuple[str, ...] = ("eko",)) -> list[int]:
    """A product with a catalog photo that was read; the ids of its counter photos."""
    product = upsert_product(catalog, ProductDraft(sku, title=f"Package {sku}")).product_id
    first = photo(catalog, product, PhotoKind.CATALOG)
    corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    store_label(catalog, first, READER, [Line(text, corners, 0.9) for text in says])
    return [photo(catalog, product, PhotoKind.COUNTER) for _ in range(counter)]


def owner(catalog: Catalog, photo_id: int) -> int:
    return int(catalog.db.execute("SELECT product_id FROM photos WHERE id = ?", [photo_id]).fetchone()[0])


def test_some_of_each_packages_photos_are_read_evenly_and_in_turn(catalog: Catalog) -> None:
    few, many = package(catalog, "A", 3), package(catalog, "B", 40)
    chosen = counter_photos_to_read(catalog, READER).tolist()
    assert [one for one in chosen if one in few] == few
    of_many = [one for one in chosen if one in many]
    assert len(of_many) == MOST_PHOTOS
    assert {later - earlier for earlier, later in pairwise(of_many)} == {5}
    assert {owner(catalog, one) for one in chosen[:2]} == {owner(catalog, few[0]), owner(catalog, many[0])}


@pytest.mark.parametrize("counter", [1, 7, 8, 9, 13, 64])
@pytest.mark.parametrize("read", [0, 3, 8])
def test_so_many_as_are_missing_are_chosen_of_any_number(catalog: Catalog, counter: int, read: int) -> None:
    photos = package(catalog, "A", counter)
    for one in photos[:read]:
        store_counter_writing(catalog, one, READER, TEXTS)
    left = max(0, counter - read)
    chosen = counter_photos_to_read(catalog, READER).tolist()
    assert len(chosen) == len(set(chosen)) == min(left, MOST_PHOTOS - min(read, counter))
    assert not set(chosen) & set(photos[:read])


def test_it_can_be_asked_of_some_products_at_a_time(catalog: Catalog) -> None:
    photos = [package(catalog, sku, 2) for sku in "ABCDE"]
    parts = [
        counter_photos_to_read(catalog, READER, products).tolist()
        for products in ranges_of_products(catalog, 2)
    ]
    assert [len(part) for part in parts] == [4, 4, 2]
    assert sorted(one for part in parts for one in part) == sorted(one for own in photos for one in own)


def test_where_nothing_is_written_on_the_catalog_photo_nothing_is_read(catalog: Catalog) -> None:
    package(catalog, "F", 5, says=())
    product = upsert_product(catalog, ProductDraft("U", title="Not read yet")).product_id
    photo(catalog, product, PhotoKind.CATALOG)
    photo(catalog, product, PhotoKind.COUNTER)
    archived = package(catalog, "G", 5)
    catalog.db.execute("UPDATE products SET archived = 1 WHERE id = ?", [owner(catalog, archived[0])])
    assert counter_photos_to_read(catalog, READER).tolist() == []


def test_it_is_kept_as_it_was_and_another_reader_may_see_more(catalog: Catalog) -> None:
    first, second = package(catalog, "A", 2)
    store_counter_writing(catalog, first, READER, TEXTS)
    store_counter_writing(catalog, second, READER, ())
    assert counter_writing(catalog, [owner(catalog, first)], READER) == {owner(catalog, first): [TEXTS, ()]}
    assert counter_photos_to_read(catalog, READER).tolist() == []
    assert counter_photos_to_read(catalog, "reader 2").tolist() == [first, second]


def test_what_was_read_of_a_photo_that_became_a_catalog_photo_is_not_compared(catalog: Catalog) -> None:
    (one,) = package(catalog, "A", 1)
    store_counter_writing(catalog, one, READER, TEXTS)
    catalog.db.execute("UPDATE photos SET kind = 'catalog' WHERE id = ?", [one])
    assert counter_writing(catalog, [owner(catalog, one)], READER) == {}


def test_no_more_photos_are_compared_than_are_read_and_no_more_lines_kept(catalog: Catalog) -> None:
    photos = package(catalog, "A", 12)
    for number, one in enumerate(photos):
        texts = [PlacedText(f"{number} {line}" + 300 * "x", 0.5, 0.5) for line in range(60)]
        store_counter_writing(catalog, one, READER, texts)
    kept = counter_writing(catalog, [owner(catalog, photos[0])], READER)[owner(catalog, photos[0])]
    assert [texts[0].text.split()[0] for texts in kept] == [str(number) for number in range(4, 12)]
    assert {len(texts) for texts in kept} == {40}
    assert max(len(one.text) for texts in kept for one in texts) == 200


def test_choosing_takes_no_longer_for_each_of_many_products_than_of_few(catalog: Catalog) -> None:
    asked: list[str] = []
    with catalog.db.tracer(lambda sql, _values: asked.append(sql)):
        counter_photos_to_read(catalog, READER)
    plan = catalog.db.execute(f"EXPLAIN QUERY PLAN {asked[-1]}", [READER, MOST_PHOTOS, 0, 1 << 62]).fetchall()
    assert sum("SCAN counted" in row[3] or "SCAN unread" in row[3] for row in plan) == 1
    assert not any("wanted" in row[3] for row in plan), "no table that was made for it is joined"


def test_it_goes_with_its_photo_and_comes_to_none_that_is_gone(catalog: Catalog) -> None:
    (one,) = package(catalog, "A", 1)
    store_counter_writing(catalog, one, READER, TEXTS)
    product = owner(catalog, one)
    remove_photos(catalog, [one])
    assert counter_writing(catalog, [product], READER) == {}
    store_counter_writing(catalog, one, READER, TEXTS)
    assert catalog.db.execute("SELECT count(*) FROM counter_writing").fetchone() == (0,)


def test_no_product_is_found_by_the_neighbours_behind_it(catalog: Catalog) -> None:
    (one,) = package(catalog, "A", 1)
    store_counter_writing(catalog, one, READER, [PlacedText("Bravo", 0.9, 0.1)])
    assert find_products(catalog, "bravo") == []


def test_what_a_stranger_wrote_there_is_nothing(catalog: Catalog) -> None:
    (one,) = package(catalog, "A", 1)
    product = owner(catalog, one)
    far = '[["eko", 1' + 400 * "0" + ", 0]]"
    long = json.dumps([["e" * 200_000, 0.5, 0.5]])
    nowhere = ('[["eko", NaN, 0]]', '[["eko", 1e200, 0]]', '[["eko", -1, 0]]', far)
    for texts in ("", "{", "7", '[["eko"]]', '[["eko", "left", 0]]', "[" * 5000, long, *nowhere):
        catalog.db.execute(
            "INSERT OR REPLACE INTO counter_writing (photo_id, reader, texts) VALUES (?, ?, ?)",
            [one, READER, texts],
        )
        assert counter_writing(catalog, [product], READER) == {product: [()]}
