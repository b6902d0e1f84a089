"""What a catalog page lists, and in which order."""

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.lists.browsing import RareSort, browse, product_rows
from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import SortBy
from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.new_sku import free_sku
from core.catalog.products.products import products_by_ids, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product


@pytest.fixture
def shelf(catalog: Catalog) -> Catalog:
    for draft in (
        ProductDraft("A", "Green tea", barcode="4006381333931", price_minor=300, currency="EUR"),
        ProductDraft("B", "Black tea", tags=("zest", "bio"), price_minor=200, currency="EUR"),
        ProductDraft("C", "Coffee", tags=("cosy",), description="better than tea"),
    ):
        upsert_product(catalog, draft)
    add_photo(catalog, 1, PhotoFile("1" * 64, 1, 1))
    add_photo(catalog, 1, PhotoFile("2" * 64, 1, 1))
    return catalog


def skus(catalog: Catalog, ids: list[int]) -> str:
    return "".join(product.sku for product in products_by_ids(catalog, ids))


@pytest.mark.parametrize(
    ("text", "filter_", "sort", "descending", "expected"),
    [
        ("", Filter(), SortBy.TITLE, False, "BCA"),
        ("", Filter(), None, False, "BCA"),
        ("", Filter(), SortBy.PRICE, True, "ABC"),
        ("", Filter(), RareSort.BARCODE, True, "ACB"),
        ("", Filter(), RareSort.TAGS, False, "ABC"),
        ("tea", Filter(), SortBy.TITLE, False, "BCA"),
        ("tea", Filter(), None, False, "ABC"),  # in the title before in the description
        ("tea", Filter(fewer_photos=1), SortBy.TITLE, False, "BC"),
        ("", Filter(fewer_photos=1), SortBy.SKU, False, "BC"),
        ("", Filter(has_price=False), SortBy.SKU, False, "C"),
        ("", Filter(has_price=True, fewer_photos=1), SortBy.SKU, False, "B"),
        ("nothing like it", Filter(), SortBy.TITLE, False, ""),
    ],
)
def test_text_filter_and_order_work_together(
    shelf: Catalog,
    text: str,
    filter_: Filter,
    sort: SortBy | RareSort | None,
    descending: bool,
    expected: str,
) -> None:
    browsed = browse(shelf, text, filter_, sort, descending=descending)
    ids = browsed.ids
    assert browsed.meant == "" and ids.dtype == "int64"
    assert skus(shelf, ids.tolist()) == expected


def test_a_row_names_the_first_photo_whose_file_is_there(shelf: Catalog) -> None:
    with shelf.transaction() as db:
        db.execute("UPDATE photos SET missing = 1 WHERE sha256 = ?", ["1" * 64])
    with_photo, without = product_rows(shelf, [1, 2, 99])
    assert (with_photo.product.sku, with_photo.photo, with_photo.photos) == ("A", "2" * 64, 2)
    assert (without.product.sku, without.photo, without.photos) == ("B", "", 0)


@pytest.mark.parametrize(
    ("last", "expected"),
    [("AB-0099", "AB-0100"), ("7", "8"), ("mug", "P-0001"), ("x9", "x10"), ("2024/07", "2024/08")],
)
def test_a_new_number_follows_the_last_one(catalog: Catalog, last: str, expected: str) -> None:
    assert free_sku(catalog) == "P-0001"
    upsert_product(catalog, ProductDraft(last))
    assert free_sku(catalog) == expected


def test_a_number_that_is_taken_is_passed_over_even_if_archived(catalog: Catalog) -> None:
    taken = upsert_product(catalog, ProductDraft("N-2")).product_id
    upsert_product(catalog, ProductDraft("N-1"))
    set_archived(catalog, [taken])
    assert free_sku(catalog) == "N-3"


def test_of_mistyped_words_it_says_what_was_meant_in_any_order(shelf: Catalog) -> None:
    for sort in (None, SortBy.TITLE):
        browsed = browse(shelf, "cofee", Filter(), sort)
        assert skus(shelf, browsed.ids.tolist()) == "C" and browsed.meant == "coffee"
