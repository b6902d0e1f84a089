"""Edits of products, undone and done again."""

from pathlib import Path

import pytest

from core.catalog.checking.check import check
from core.catalog.database.catalog import Catalog
from core.catalog.edits.edit_log import KEPT_EDITS, EditKind, next_redo, next_undo
from core.catalog.edits.edit_undo import redo, undo
from core.catalog.edits.edits import edit_products, log_addition
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.edits.product_fields import Field, PhotoState
from core.catalog.lists.text_search import find_products
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo, photos_of_product
from core.catalog.products.products import Product, product_by_id, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, move_stock, movements, undo_movement
from core.errors import Cancelled, KnownError
from core.quantities.quantity import Quantity, whole
from core.quantities.sale_price import Sale
from core.quantities.units import Unit


@pytest.fixture
def apple(catalog: Catalog) -> int:
    draft = ProductDraft(
        "A-1",
        "Apple",
        category="Fruit",
        price_minor=250,
        currency="EUR",
        stock=whole(10),
        tags=("bio", "new"),
    )
    return upsert_product(catalog, draft).product_id


@pytest.fixture
def pear(catalog: Catalog) -> int:
    return upsert_product(catalog, ProductDraft("A-2", "Pear", category="Fruit", stock=whole(4))).product_id


def product(catalog: Catalog, product_id: int) -> Product:
    found = product_by_id(catalog, product_id)
    assert found is not None
    return found


EVERYTHING = ProductChange(
    title=" Green  apple ",
    description="Sour.",
    category="Fresh fruit",
    brand="Orchard",
    barcode="4006381333931",
    location="A-3",
    price=Price(299, "EUR"),
    sale=Sale(199, "2026-12-01", "2026-12-24"),
    stock=Quantity(7500),
    low=Quantity(1500),
    unit=Unit.KILOGRAM,
    tags=("bio", "sour"),
    archived=True,
)


def test_every_field_is_changed_undone_and_done_again(catalog: Catalog, apple: int) -> None:
    before = product(catalog, apple)
    edit = edit_products(catalog, {apple: EVERYTHING}, who="Kim", reason=Reason.CORRECTION)
    after = product(catalog, apple)
    assert edit is not None and edit.products == 1 and edit.title == "Green apple"
    assert set(edit.fields) == set(Field) - {Field.PHOTOS, Field.MERGED, Field.PRODUCT, Field.DECISION}
    assert (after.title, after.category, after.brand) == ("Green apple", "Fresh fruit", "Orchard")
    assert (after.price_minor, after.stock, after.tags) == (299, Quantity(7500), ("bio", "sour"))
    assert after.archived
    undone = undo(catalog, who="Kim")
    assert (undone.changed, undone.kept) == (len(edit.fields), 0)
    assert same(product(catalog, apple), before)
    assert redo(catalog, who="Kim").changed == len(edit.fields)
    assert same(product(catalog, apple), after)
    undo(catalog, who="Kim")
    assert same(product(catalog, apple), before)
    assert check(catalog) == []


def same(first: Product, second: Product) -> bool:
    fields = ("title", "description", "category", "brand", "barcode", "price_minor", "currency", "stock")
    more = ("unit", "location", "tags", "archived")
    return all(getattr(first, name) == getattr(second, name) for name in (*fields, *more))


def test_many_products_are_one_edit(catalog: Catalog, apple: int, pear: int) -> None:
    change = ProductChange(category="Bargains")
    edit = edit_products(catalog, {apple: change, pear: change}, who="Kim")
    assert edit is not None and edit.products == 2 and edit.title == ""
    undo(catalog, who="Kim")
    assert product(catalog, apple).category == product(catalog, pear).category == "Fruit"


def test_what_changes_nothing_is_no_edit(catalog: Catalog, apple: int) -> None:
    change = ProductChange(title="Apple", price=Price(250, "EUR"), stock=whole(10), tags=("New", "bio"))
    assert edit_products(catalog, {apple: change, 999: change}, who="Kim") is None
    assert next_undo(catalog) is None


def test_undo_goes_back_step_by_step_and_a_new_edit_ends_what_can_be_done_again(
    catalog: Catalog, apple: int
) -> None:
    for title in ("One", "Two", "Three"):
        edit_products(catalog, {apple: ProductChange(title=title)}, who="Kim")
    undo(catalog, who="Kim")
    undo(catalog, who="Kim")
    assert product(catalog, apple).title == "One"
    redo(catalog, who="Kim")
    assert product(catalog, apple).title == "Two"
    edit_products(catalog, {apple: ProductChange(title="Other")}, who="Kim")
    assert next_redo(catalog) is None
    undo(catalog, who="Kim")
    undo(catalog, who="Kim")
    assert product(catalog, apple).title == "One"
    undo(catalog, who="Kim")
    with pytest.raises(KnownError, match="nothing to undo"):
        undo(catalog, who="Kim")


def test_what_was_undone_and_edited_anew_does_not_come_back(catalog: Catalog, apple: int) -> None:
    edit_products(catalog, {apple: ProductChange(title="One")}, who="Kim")
    undo(catalog, who="Kim")
    edit_products(catalog, {apple: ProductChange(title="Two")}, who="Kim")
    undo(catalog, who="Kim")
    redo(catalog, who="Kim")
    assert product(catalog, apple).title == "Two"
    assert next_redo(catalog) is None


def test_undo_outlives_the_program(catalog: Catalog, apple: int) -> None:
    edit_products(catalog, {apple: ProductChange(title="Quince")}, who="Kim")
    with Catalog(catalog.path) as later:
        assert undo(later, who="Lou").edit.who == "Kim"
        assert product(later, apple).title == "Apple"


def test_what_was_changed_since_stays_and_the_undo_says_so(catalog: Catalog, apple: int) -> None:
    change = ProductChange(title="Quince", tags=("bio", "sale"), category="Rare fruit")
    edit_products(catalog, {apple: change}, who="Kim")
    upsert_product(catalog, ProductDraft("A-1", title="Medlar", tags=("bio", "sale", "import")))
    turned = undo(catalog, who="Kim")
    assert (turned.changed, turned.kept) == (2, 1)
    after = product(catalog, apple)
    assert after.title == "Medlar"
    assert after.category == "Fruit"
    assert after.tags == ("bio", "import", "new")


def test_an_undo_of_stock_keeps_the_sales_in_between(catalog: Catalog, apple: int) -> None:
    edit_products(catalog, {apple: ProductChange(stock=whole(50))}, who="Kim")
    move_stock(catalog, apple, whole(-3), who="Lou", reason=Reason.SALE)
    undo(catalog, who="Kim")
    assert product(catalog, apple).stock == whole(7)
    redo(catalog, who="Kim")
    assert product(catalog, apple).stock == whole(47)
    undo(catalog, who="Kim")
    assert product(catalog, apple).stock == whole(7)
    newest = movements(catalog, [apple])[0]
    assert newest.reason is Reason.UNDO and newest.undo_of is not None


def test_a_movement_taken_back_elsewhere_is_not_taken_back_twice(catalog: Catalog, apple: int) -> None:
    edit_products(catalog, {apple: ProductChange(stock_by=whole(5))}, who="Kim", reason=Reason.DELIVERY)
    undo_movement(catalog, movements(catalog, [apple])[0].id, who="Lou")
    assert undo(catalog, who="Kim").kept == 1
    assert product(catalog, apple).stock == whole(10)


def test_photos_are_removed_sorted_and_brought_back(catalog: Catalog, apple: int) -> None:
    for number in range(3):
        add_photo(catalog, apple, PhotoFile(f"{number}" * 64, 30, 20, source_name=f"{number}.jpg"))
    first, second, third = (
        PhotoState(f"{number}" * 64, PhotoKind.CATALOG, 30, 20, "", f"{number}.jpg") for number in range(3)
    )
    counter = PhotoState(first.sha256, PhotoKind.COUNTER, 30, 20, "", "0.jpg")
    edit_products(catalog, {apple: ProductChange(photos=(third, counter))}, who="", kind=EditKind.PHOTOS)
    now = photos_of_product(catalog, apple)
    assert [(photo.sha256[0], photo.kind, photo.position) for photo in now] == [
        ("2", PhotoKind.CATALOG, 0),
        ("0", PhotoKind.COUNTER, 1),
    ]
    undo(catalog, who="")
    now = photos_of_product(catalog, apple)
    assert [(photo.sha256[0], photo.kind, photo.source_name) for photo in now] == [
        (str(number), PhotoKind.CATALOG, f"{number}.jpg") for number in range(3)
    ]
    add_photo(catalog, apple, PhotoFile("9" * 64, 1, 1))
    assert redo(catalog, who="").kept == 1  # somebody added a photo since: nothing is thrown away
    assert len(photos_of_product(catalog, apple)) == 4
    assert second.sha256 in {photo.sha256 for photo in photos_of_product(catalog, apple)}


def test_undoing_an_addition_takes_the_product_off_the_shelf(catalog: Catalog, apple: int) -> None:
    edit = log_addition(catalog, apple, who="Kim")
    assert edit.kind is EditKind.ADD
    undo(catalog, who="Kim")
    assert product(catalog, apple).archived
    redo(catalog, who="Kim")
    assert not product(catalog, apple).archived
    set_archived(catalog, [apple])
    assert undo(catalog, who="Kim").kept == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (ProductChange(title="  "), "title"),
        (ProductChange(barcode="4006381333932"), "check digit"),
        (ProductChange(barcode="12"), "digits"),
        (ProductChange(tags=("a,b",)), "comma"),
        (ProductChange(stock=whole(10**13)), "cannot be right"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_changes(
    catalog: Catalog, apple: int, pear: int, change: ProductChange, words: str
) -> None:
    with pytest.raises(KnownError, match=words):
        edit_products(catalog, {pear: ProductChange(title="Plum"), apple: change}, who="Kim")
    assert product(catalog, pear).title == "Pear"
    assert next_undo(catalog) is None


def test_a_cancelled_edit_changes_nothing(catalog: Catalog, apple: int) -> None:
    with pytest.raises(Cancelled):
        edit_products(catalog, {apple: ProductChange(title="Plum")}, who="", progress=lambda _progress: False)
    assert product(catalog, apple).title == "Apple"


def test_the_text_index_follows_an_edit_and_its_undo(catalog: Catalog, apple: int) -> None:
    edit_products(catalog, {apple: ProductChange(title="Quince")}, who="Kim")
    assert [hit.product_id for hit in find_products(catalog, "quince")] == [apple]
    undo(catalog, who="Kim")
    assert find_products(catalog, "quince") == []


def test_the_log_is_bounded(catalog: Catalog, apple: int) -> None:
    with catalog.transaction():
        for number in range(KEPT_EDITS + 5):
            edit_products(catalog, {apple: ProductChange(title=f"Apple {number}")}, who="Kim")
    assert catalog.db.execute("SELECT count(*) FROM edits").fetchone() == (KEPT_EDITS,)
    assert catalog.db.execute("SELECT count(*) FROM edit_changes").fetchone() == (KEPT_EDITS,)


def test_a_read_only_catalog_says_so(catalog: Catalog, apple: int) -> None:
    path: Path = catalog.path
    with Catalog(path, read_only=True) as reader, pytest.raises(KnownError, match="reading only"):
        edit_products(reader, {apple: ProductChange(title="Plum")}, who="Kim")
