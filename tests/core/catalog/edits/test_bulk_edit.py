"""One change to many products, planned before it is made."""

from decimal import Decimal

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.edits.bulk_edit import BulkEdit, plan_bulk_edit
from core.catalog.edits.edits import edit_products
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.products.products import products_by_ids
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError


@pytest.fixture
def ids(catalog: Catalog) -> list[int]:
    drafts = [
        ProductDraft("A", "Apple", category="Fruit", price_minor=199, currency="EUR", tags=("bio",)),
        ProductDraft("B", "Bread", category="Bakery", price_minor=250, currency="JPY", tags=("new", "bio")),
        ProductDraft("C", "Cup", category="Bargains"),
    ]
    return [upsert_product(catalog, draft).product_id for draft in drafts]


def test_only_what_differs_is_planned(catalog: Catalog, ids: list[int]) -> None:
    plan = plan_bulk_edit(catalog, ids, BulkEdit(category="Bargains", location="S-1"))
    assert plan.products == 3
    assert plan.changes[ids[2]] == ProductChange(location="S-1")
    assert plan.changes[ids[0]] == ProductChange(category="Bargains", location="S-1")
    assert plan_bulk_edit(catalog, ids[2:], BulkEdit(category="Bargains")).changes == {}


@pytest.mark.parametrize(
    ("bulk", "apple", "bread"),
    [
        (BulkEdit(percent=Decimal(10)), 219, 275),
        (BulkEdit(percent=Decimal("-12.5")), 174, 219),  # 174.125, 218.75
        (BulkEdit(percent=Decimal(-100)), 0, 0),
        (BulkEdit(amount=Decimal("0.50")), 249, 251),  # a yen has no parts: 250.5 is 251
        (BulkEdit(amount=Decimal(-3)), 0, 247),
    ],
)
def test_prices_rise_and_fall_in_their_currency(
    catalog: Catalog, ids: list[int], bulk: BulkEdit, apple: int, bread: int
) -> None:
    plan = plan_bulk_edit(catalog, ids, bulk)
    assert plan.changes[ids[0]].price == Price(apple, "EUR")
    assert plan.changes[ids[1]].price == Price(bread, "JPY")
    assert plan.without_price == 1 and ids[2] not in plan.changes
    assert [example.title for example in plan.examples] == ["Apple", "Bread"]


def test_tags_are_added_and_removed_whatever_their_case(catalog: Catalog, ids: list[int]) -> None:
    plan = plan_bulk_edit(catalog, ids, BulkEdit(add_tags=("sale", "BIO"), remove_tags=("New",)))
    edit_products(catalog, plan.changes, who="Kim")
    tags = [product.tags for product in products_by_ids(catalog, ids)]
    assert tags == [("bio", "sale"), ("bio", "sale"), ("BIO", "sale")]


@pytest.mark.parametrize(
    "bulk",
    [BulkEdit(add_tags=("a;b",)), BulkEdit(percent=Decimal(5000)), BulkEdit(amount=Decimal(10**12))],
)
def test_what_cannot_be_right_is_refused(catalog: Catalog, ids: list[int], bulk: BulkEdit) -> None:
    with pytest.raises(KnownError):
        plan_bulk_edit(catalog, ids, bulk)


def test_an_empty_bulk_edit_changes_nothing(catalog: Catalog, ids: list[int]) -> None:
    assert BulkEdit().is_empty
    assert plan_bulk_edit(catalog, ids, BulkEdit()).changes == {}
