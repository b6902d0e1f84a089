"""A count on a phone is the count of the desk."""

from collections.abc import Callable

import pytest

from core.errors import KnownError
from core.quantities.quantity import whole
from core.shop.shop import Shop
from core.stocktake.counted import counted_products
from core.stocktake.entering import count_chosen
from core.stocktake.stocktake import current
from desktop_app.phone.asks.ask import Reply

Asking = Callable[..., Reply]
Photo = Callable[[int], bytes]


def test_without_a_count_one_is_begun(asks: Asking) -> None:
    before = asks("count").values
    assert (before["is_under_way"], before["categories"]) == (False, ["Drinks", "Fruit"])
    asks("begin count", category="Fruit")
    after = asks("count").values
    assert (after["is_under_way"], after["category"], after["all_products"]) == (True, "Fruit", 2)


def test_pieces_are_counted_by_number_and_choice_and_corrected_by_a_typed_number(
    shop: Shop, asks: Asking, products: dict[str, int]
) -> None:
    asks("begin count")
    asks("enter", text="2000000010014")
    asks("enter", product=products["Apple"])
    standing = asks("count").values
    assert standing["counted"][0]["counted"]["amount"] == "2"
    assert standing["event"]["kind"] == "count counted"
    asks("correct", product=products["Apple"], amount="12")
    assert asks("count").values["counted"][0]["counted"]["amount"] == "13"
    asks("take back")
    assert counted_products(shop, current(shop))[0].counted == whole(1)


def test_several_that_fit_are_offered(asks: Asking) -> None:
    asks("begin count")
    asks("enter", text="apple")
    told = asks("count").values["event"]
    assert told["kind"] == "count choose"
    assert [one["title"] for one in told["candidates"]] == ["Apple", "Apple juice"]


def test_a_picture_that_is_not_beyond_doubt_is_put_aside(asks: Asking, photo: Photo) -> None:
    asks("begin count")
    asks("enter", photo(1))
    standing = asks("count").values
    assert (standing["event"]["kind"], standing["doubts"], standing["counted"]) == ("count aside", 1, [])
    assert standing["event"]["candidates"][0]["title"] == "Apple juice"


def test_what_is_not_part_of_the_count_is_not_counted(asks: Asking) -> None:
    asks("begin count", category="Fruit")
    asks("enter", text="2000000010038")
    standing = asks("count").values
    assert (standing["event"]["kind"], standing["counted"]) == ("count elsewhere", [])


def test_phone_and_desk_count_into_the_same_list(shop: Shop, asks: Asking, products: dict[str, int]) -> None:
    asks("begin count")
    count_chosen(shop, products["Apple"], whole(5))
    asks("enter", product=products["Apple"])
    assert asks("count").values["counted"][0]["counted"]["amount"] == "6"


def test_nothing_is_counted_after_the_desk_has_ended_the_count(asks: Asking, photo: Photo) -> None:
    with pytest.raises(KnownError, match="ended"):
        asks("enter", text="2000000010014")
