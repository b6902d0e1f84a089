"""A picture of several products is counted in one step, and taken back in one."""

import pytest

from core.errors import KnownError
from core.quantities.quantity import whole
from core.shop.shop import Shop
from core.stocktake.booking import book
from core.stocktake.counted import counted_products
from core.stocktake.ledger import How, count_quantity
from core.stocktake.stocktake import Stocktake, begin, ended, under_way
from core.stocktake.together import count_together, take_together_back


def _counted(shop: Shop, stocktake: Stocktake) -> dict[str, int]:
    return {one.sku: one.counted.thousandths // 1000 for one in counted_products(shop, stocktake)}


def test_all_are_added_to_the_count_that_is_under_way(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], how=How.TYPED)
    together = count_together(shop, {products["A"]: whole(2), products["B"]: whole(3)}, who="Ada")
    assert not together.began and _counted(shop, stocktake) == {"A": 3, "B": 3}
    take_together_back(shop, together)
    assert _counted(shop, stocktake) == {"A": 1}
    assert under_way(shop) is not None


def test_a_count_begins_where_none_is_under_way_and_goes_with_it(
    shop: Shop, products: dict[str, int]
) -> None:
    together = count_together(shop, {products["A"]: whole(2)}, who="Ada")
    assert together.began and under_way(shop) == together.stocktake
    take_together_back(shop, together)
    assert under_way(shop) is None and ended(shop) == []


def test_a_count_that_was_begun_stays_once_something_else_was_counted(
    shop: Shop, products: dict[str, int]
) -> None:
    together = count_together(shop, {products["A"]: whole(2)}, who="Ada")
    count_quantity(shop, together.stocktake, products["B"], how=How.TYPED)
    take_together_back(shop, together)
    assert _counted(shop, together.stocktake) == {"B": 1}


def test_products_that_are_not_being_counted_are_left_out_and_named(
    shop: Shop, products: dict[str, int]
) -> None:
    stocktake = begin(shop, location="no such shelf", who="Ada")
    together = count_together(shop, {products["A"]: whole(2)}, who="Ada")
    assert together.elsewhere == (products["A"],) and _counted(shop, stocktake) == {}


def test_it_is_all_or_nothing(shop: Shop, stocktake: Stocktake, products: dict[str, int]) -> None:
    with pytest.raises(KnownError):
        count_together(shop, {products["A"]: whole(2), products["B"]: whole(2_000_000)}, who="Ada")
    assert _counted(shop, stocktake) == {}


def test_what_was_booked_is_not_taken_back_from_here(shop: Shop, products: dict[str, int]) -> None:
    together = count_together(shop, {products["A"]: whole(2)}, who="Ada")
    book(shop, together.stocktake, who="Ada")
    with pytest.raises(KnownError):
        take_together_back(shop, together)
