"""Counts that have ended can be looked at again."""

from core.catalog.stock import Reason, move_stock
from core.quantities.quantity import whole
from core.shop.shop import Shop
from core.stocktake.booking import book, throw_away
from core.stocktake.ledger import How, count_quantity, set_to_zero
from core.stocktake.past import past_counts, past_differences
from core.stocktake.stocktake import Outcome, Stocktake, begin


def test_a_past_count_tells_what_it_found_the_latest_first(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], whole(3), how=How.TYPED)
    count_quantity(shop, stocktake, products["A"], whole(1), how=How.TYPED)
    count_quantity(shop, stocktake, products["M"], whole(3), how=How.TYPED)
    set_to_zero(shop, stocktake, [products["B"]])
    book(shop, stocktake, who="Ann")
    second = begin(shop, category="Fruit", who="Bob")
    throw_away(shop, second)
    thrown, booked = past_counts(shop)
    assert (thrown.stocktake.who, thrown.products, thrown.differing) == ("Bob", 0, 0)
    assert thrown.stocktake.outcome is Outcome.THROWN_AWAY
    assert (booked.stocktake.who, booked.products, booked.differing) == ("Ann", 3, 2)


def test_what_moved_since_does_not_change_what_a_past_count_found(
    shop: Shop, stocktake: Stocktake, products: dict[str, int]
) -> None:
    count_quantity(shop, stocktake, products["A"], whole(3), how=How.TYPED)
    book(shop, stocktake, who="Ann")
    move_stock(shop.catalog, products["A"], whole(-2), who="till", reason=Reason.SALE)
    (past,) = past_counts(shop)
    found = past_differences(shop, past.stocktake)
    (line,) = found.differing
    assert (line.expected, line.counted, line.difference) == (whole(5), whole(3), whole(-2))
    assert found.not_counted == (), "which were not counted then, nobody knows now"


def test_a_count_under_way_is_no_past_one(shop: Shop, stocktake: Stocktake) -> None:
    assert stocktake.outcome is None
    assert past_counts(shop) == []
