"""When there is too little of a product."""

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.edits.edit_undo import undo
from core.catalog.edits.edits import edit_products
from core.catalog.edits.product_change import ProductChange
from core.catalog.lists.filters import matching_product_ids, parse_filter
from core.catalog.low_stock import choose_shop_mark, low_count, shop_mark
from core.catalog.products.products import product_by_id
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError
from core.quantities.quantity import Quantity, whole


@pytest.fixture
def shelf(catalog: Catalog) -> dict[str, int]:
    """Products by their SKU, which says how many there are."""
    stocks = {"none": 0, "five": 5, "six": 6, "twenty": 20, "uncounted": None}
    return {
        sku: upsert_product(
            catalog, ProductDraft(sku, stock=None if pieces is None else whole(pieces))
        ).product_id
        for sku, pieces in stocks.items()
    }


def low(catalog: Catalog, shelf: dict[str, int]) -> list[str]:
    found = matching_product_ids(catalog, parse_filter(["stock=low"])).tolist()
    assert low_count(catalog) == len(found)
    return [sku for sku, product_id in shelf.items() if product_id in found]


def test_a_product_is_low_at_the_shops_mark_and_below_whatever_is_not_counted(
    catalog: Catalog, shelf: dict[str, int]
) -> None:
    assert shop_mark(catalog) is None and low(catalog, shelf) == []
    choose_shop_mark(catalog, whole(5))
    assert shop_mark(catalog) == whole(5) and low(catalog, shelf) == ["none", "five"]
    choose_shop_mark(catalog, Quantity(4500))
    assert low(catalog, shelf) == ["none"]
    choose_shop_mark(catalog, None)
    assert shop_mark(catalog) is None and low(catalog, shelf) == []


def test_its_own_mark_counts_before_the_shops_until_that_is_undone(
    catalog: Catalog, shelf: dict[str, int]
) -> None:
    choose_shop_mark(catalog, whole(5))
    edit_products(catalog, {shelf["twenty"]: ProductChange(low=whole(30))}, who="Kim")
    edit_products(catalog, {shelf["five"]: ProductChange(low=whole(0))}, who="Kim")
    product = product_by_id(catalog, shelf["twenty"])
    assert product is not None and product.low == whole(30)
    assert low(catalog, shelf) == ["none", "twenty"]
    undo(catalog, who="Kim")
    assert low(catalog, shelf) == ["none", "five", "twenty"]
    edit_products(catalog, {shelf["twenty"]: ProductChange(shops_low=True)}, who="Kim")
    assert low(catalog, shelf) == ["none", "five"]


def test_what_cannot_be_a_mark_is_refused(catalog: Catalog, shelf: dict[str, int]) -> None:
    for mark in (whole(-1), whole(10**13)):
        with pytest.raises(KnownError, match="low stock"):
            choose_shop_mark(catalog, mark)
        with pytest.raises(KnownError, match="low stock"):
            edit_products(catalog, {shelf["five"]: ProductChange(low=mark)}, who="Kim")
    assert shop_mark(catalog) is None
