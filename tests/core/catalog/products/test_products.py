"""Products: made, changed, left alone, found."""

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.products import (
    Product,
    counts,
    product_by_id,
    product_by_sku,
    products_by_barcode,
    products_by_ids,
    ranges_of_products,
    set_archived,
)
from core.catalog.products.upsert import Outcome, ProductDraft, upsert_product
from core.catalog.stock import Reason, movements
from core.errors import KnownError
from core.quantities.quantity import whole

FULL = ProductDraft(
    "A-1",
    title="Apple juice",
    description="Pressed.\nCold.",
    category="Juice",
    brand="Orchard",
    barcode="4006381333931",
    price_minor=1999,
    currency="SEK",
    stock=whole(12),
    location="B7",
    tags=("organic", "new"),
    extra={"supplier": "Farm"},
)


def get(catalog: Catalog, sku: str) -> Product:
    product = product_by_sku(catalog, sku)
    assert product is not None
    return product


def test_a_product_comes_back_as_it_went_in(catalog: Catalog) -> None:
    upsert = upsert_product(catalog, FULL)
    product = get(catalog, "A-1")
    assert upsert.outcome is Outcome.CREATED
    assert upsert.product_id == product.id
    for name in (
        "title",
        "description",
        "category",
        "brand",
        "barcode",
        "price_minor",
        "currency",
        "stock",
        "location",
    ):
        assert getattr(product, name) == getattr(FULL, name)
    assert product.tags == ("new", "organic")
    assert product.extra == {"supplier": "Farm"}
    assert not product.archived


def test_the_same_again_changes_nothing(catalog: Catalog) -> None:
    upsert_product(catalog, FULL)
    before = get(catalog, "A-1")
    assert upsert_product(catalog, FULL).outcome is Outcome.UNCHANGED
    assert get(catalog, "A-1") == before
    assert len(movements(catalog)) == 1


def test_what_a_draft_does_not_say_stays(catalog: Catalog) -> None:
    upsert_product(catalog, FULL)
    assert upsert_product(catalog, ProductDraft("A-1", brand="Other")).outcome is Outcome.UPDATED
    product = get(catalog, "A-1")
    assert product.brand == "Other"
    assert (product.title, product.price_minor, product.stock, product.tags) == (
        "Apple juice",
        1999,
        whole(12),
        ("new", "organic"),
    )


def test_what_a_draft_says_to_be_empty_is_emptied_but_the_title(catalog: Catalog) -> None:
    upsert_product(catalog, FULL)
    upsert_product(
        catalog,
        ProductDraft(
            "A-1", title="", description="", price_minor=None, currency="", tags=(), extra={"supplier": ""}
        ),
    )
    product = get(catalog, "A-1")
    assert (product.title, product.description, product.price_minor, product.tags, product.extra) == (
        "Apple juice",
        "",
        None,
        (),
        {},
    )


def test_a_product_without_a_title_is_called_by_its_sku(catalog: Catalog) -> None:
    upsert_product(catalog, ProductDraft("A-1"))
    assert get(catalog, "A-1").title == "A-1"


def test_a_product_without_a_sku_is_refused(catalog: Catalog) -> None:
    with pytest.raises(KnownError, match="needs a SKU"):
        upsert_product(catalog, ProductDraft(" \n"))


def test_a_stock_in_a_draft_is_booked_as_a_movement(catalog: Catalog) -> None:
    upsert_product(catalog, FULL, who="Kim")
    upsert_product(catalog, ProductDraft("A-1", stock=whole(10)), who="Kim")
    assert [(m.quantity, m.reason, m.who) for m in movements(catalog)] == [
        (whole(-2), Reason.IMPORT, "Kim"),
        (whole(12), Reason.IMPORT, "Kim"),
    ]


def test_a_tag_that_is_refused_leaves_the_product_as_it_was(catalog: Catalog) -> None:
    upsert_product(catalog, FULL)
    with pytest.raises(KnownError, match="comma"):
        upsert_product(catalog, ProductDraft("A-1", title="New", tags=("a,b",)))
    assert get(catalog, "A-1").title == "Apple juice"


@pytest.mark.parametrize("written", ["036000291452", "0036000291452", "00036000291452", "0 36000 29145-2"])
def test_a_barcode_is_found_however_many_zeros_it_is_written_with(catalog: Catalog, written: str) -> None:
    upsert_product(catalog, ProductDraft("A", barcode="036000291452"))
    assert [product.sku for product in products_by_barcode(catalog, written)] == ["A"]
    assert products_by_barcode(catalog, "") == []


def test_ids_come_back_in_the_order_asked_and_unknown_ones_are_left_out(catalog: Catalog) -> None:
    ids = [upsert_product(catalog, ProductDraft(sku)).product_id for sku in "ABC"]
    assert [p.sku for p in products_by_ids(catalog, [ids[2], 999, ids[0]])] == ["C", "A"]
    assert product_by_id(catalog, 999) is None


def test_an_archived_product_is_counted_apart_and_can_come_back(catalog: Catalog) -> None:
    product = upsert_product(catalog, FULL).product_id
    add_photo(catalog, product, PhotoFile("a" * 64, 1, 1))
    assert set_archived(catalog, [product]) == 1
    assert set_archived(catalog, [product]) == 0
    assert (counts(catalog).products, counts(catalog).archived, counts(catalog).photos) == (0, 1, 0)
    assert products_by_barcode(catalog, "4006381333931") == []
    set_archived(catalog, [product], archived=False)
    assert (counts(catalog).products, counts(catalog).archived, counts(catalog).photos) == (1, 0, 1)


def test_text_is_kept_in_a_form_that_every_table_can_carry(catalog: Catalog) -> None:
    upsert_product(
        catalog,
        ProductDraft(" A\n1 ", title=" a \r\n b\0 ", description="x\r\ny\x01 ", extra={" k ": "v\x02"}),
    )
    product = get(catalog, "A 1")
    assert (product.title, product.description, product.extra) == ("a b", "x\ny", {"k": "v"})


def test_ranges_of_products_are_as_many_as_there_are_products_for_however_far_apart_their_ids_lie(
    catalog: Catalog,
) -> None:
    assert ranges_of_products(catalog, 2) == []
    ids = [upsert_product(catalog, ProductDraft(sku)).product_id for sku in ("A", "B", "C")]
    assert ranges_of_products(catalog, 2) == [range(ids[0], ids[1] + 1), range(ids[2], ids[2] + 1)]
    with catalog.transaction() as db:
        db.execute("UPDATE products SET id = ? WHERE id = ?", [1 << 60, ids[2]])
    assert ranges_of_products(catalog, 2)[1:] == [range(1 << 60, (1 << 60) + 1)]
