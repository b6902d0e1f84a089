"""A count ends on a phone as it does at the desk."""

from collections.abc import Callable

import pytest

from core.catalog.stock import current_stock
from core.errors import KnownError
from core.quantities.quantity import whole
from core.shop.shop import Shop
from core.stocktake.counted import counted_products
from core.stocktake.stocktake import begin, current, under_way
from desktop_app.phone.asks.ask import Reply

Asking = Callable[..., Reply]
Photo = Callable[[int], bytes]


@pytest.fixture
def aside(asks: Asking, photo: Photo) -> int:
    """Key of a picture of apple juice that was put aside."""
    asks("begin count")
    asks("enter", photo(1))
    event = asks("count").values["event"]
    assert (event["kind"], len(asks("picture aside", doubt=event["aside"]).parts)) == ("count aside", 1)
    return int(event["aside"])


def test_what_was_put_aside_is_counted_once_it_is_decided(
    shop: Shop, asks: Asking, aside: int, products: dict[str, int]
) -> None:
    [waiting] = asks("put aside").values["waiting"]
    assert waiting["candidates"][0]["title"] == "Apple juice"
    asks("decide", doubt=aside, product=products["Apple juice"])
    assert asks("put aside").values["count"] == 0
    [counted] = counted_products(shop, current(shop))
    assert (counted.title, counted.counted) == ("Apple juice", whole(1))
    with pytest.raises(KnownError, match="decided already"):
        asks("decide", doubt=aside, product=products["Apple juice"])
    asks("take back")
    assert asks("put aside").values["count"] == 1


def test_what_the_shop_does_not_sell_is_not_counted_and_can_wait_again(
    shop: Shop, asks: Asking, aside: int
) -> None:
    asks("decide", doubt=aside)
    assert (asks("put aside").values["count"], counted_products(shop, current(shop))) == (0, [])
    asks("wait again", doubt=aside)
    assert asks("put aside").values["count"] == 1


def test_the_differences_are_seen_booked_and_taken_back(
    shop: Shop, asks: Asking, products: dict[str, int]
) -> None:
    asks("begin count", category="Drinks")
    asks("enter", product=products["Apple juice"])
    asks("correct", product=products["Apple juice"], amount="10")
    found = asks("compare").values
    [line] = found["differing"]
    assert (line["title"], line["difference"]["amount"], found["not_counted"]) == ("Apple juice", "-2", 1)
    assert asks("book count").changed
    event = asks("count").values["event"]
    assert (event["kind"], event["count"]) == ("count booked", 1)
    assert (current_stock(shop.catalog, products["Apple juice"]), under_way(shop)) == (whole(10), None)
    asks("bring back", ended=event["ended"])
    assert current_stock(shop.catalog, products["Apple juice"]) == whole(12)
    assert current(shop).id == event["ended"]


def test_a_count_that_the_desk_has_begun_since_is_not_disturbed(shop: Shop, asks: Asking) -> None:
    asks("begin count")
    asks("book count")
    ended = asks("count").values["event"]["ended"]
    begin(shop, who="the desk")
    with pytest.raises(KnownError, match="under way already"):
        asks("bring back", ended=ended)


def test_what_was_not_counted_is_seen_set_to_zero_and_left_again(
    shop: Shop, asks: Asking, products: dict[str, int]
) -> None:
    asks("begin count", category="Drinks")
    asks("enter", product=products["Apple juice"])
    unseen = asks("not counted").values
    assert [line["title"] for line in unseen["lines"]] == ["绿茶"]
    assert asks("zero").changed
    found = asks("compare").values
    assert (found["event"], found["not_counted"], found["zeroed"]) == ({"kind": "zeroed", "count": 1}, 0, 1)
    asks("unzero")
    found = asks("compare").values
    assert (found["not_counted"], found["zeroed"]) == (1, 0)
    asks("zero")
    asks("book count")
    assert current_stock(shop.catalog, products["绿茶"]) == whole(0)


def test_a_count_that_is_thrown_away_books_nothing_and_can_be_brought_back(
    shop: Shop, asks: Asking, products: dict[str, int]
) -> None:
    before = current_stock(shop.catalog, products["Apple juice"])
    asks("begin count")
    asks("enter", product=products["Apple juice"])
    assert asks("throw away").changed
    assert (under_way(shop), current_stock(shop.catalog, products["Apple juice"])) == (None, before)
    event = asks("count").values["event"]
    assert event["kind"] == "thrown away"
    asks("bring back", ended=event["ended"])
    [counted] = counted_products(shop, current(shop))
    assert counted.title == "Apple juice"
