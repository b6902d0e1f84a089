"""A form is heard once, however often it comes."""

from collections.abc import Callable
from typing import Any

import pytest

from core.catalog.stock import current_stock
from core.errors import KnownError
from core.quantities.quantity import whole
from core.settings import Settings
from core.shop.shop import Shop
from core.stocktake.stocktake import begin
from desktop_app.phone.asks.ask import Ask, Caller, Reply
from desktop_app.phone.asks.hearing import hear

Sending = Callable[..., Reply]
RUN = "today"


@pytest.fixture
def caller() -> Caller:
    return Caller("Ann's phone", Settings, RUN)


@pytest.fixture
def send(shop: Shop, caller: Caller) -> Sending:
    """A form of Ann's phone, with this id."""

    def sent(name: str, form: str, *parts: bytes, **values: Any) -> Reply:
        return hear(shop, caller, name, Ask(values, parts), form)

    return sent


def test_a_form_that_comes_again_books_nothing_and_says_so_with_the_way_back(
    shop: Shop, send: Sending, caller: Caller, products: dict[str, int]
) -> None:
    tea = products["绿茶"]
    before = current_stock(shop.catalog, tea)
    assert before is not None
    for _lost_on_its_way in range(2):
        send("book", "today.a", product=tea, kind="sold", amount="")
    sold = caller.told()
    assert sold["kind"] == "sold"  # nobody had seen that it was done
    assert not send("book", "today.a", product=tea, kind="sold", amount="").changed
    assert caller.told() == {"kind": "again", "step": sold["step"]}
    assert current_stock(shop.catalog, tea) == before - whole(1)


def test_another_button_and_another_form_are_heard(
    shop: Shop, send: Sending, products: dict[str, int]
) -> None:
    tea = products["绿茶"]
    before = current_stock(shop.catalog, tea)
    assert before is not None
    send("book", "today.a", product=tea, kind="received", amount="")
    send("book", "today.a", product=tea, kind="received", amount="2")
    send("book", "today.b", product=tea, kind="received", amount="")
    assert current_stock(shop.catalog, tea) == before + whole(4)


def test_a_product_is_made_and_a_picture_searched_once_and_both_lead_where_they_led(
    send: Sending, photo: Callable[[int], bytes]
) -> None:
    made = [send("add", "today.a", title="Twine", sku="Twine").values for _ in range(2)]
    assert made[0] == made[1]
    searched = [send("search", "today.b", photo(0), at_desk=True) for _ in range(2)]
    assert searched[0].values == searched[1].values
    assert [len(one.at_desk) for one in searched] == [1, 0]
    assert send("search", "today.b", photo(1)).values != searched[0].values


def test_what_came_to_nothing_can_be_tried_again(shop: Shop, send: Sending) -> None:
    with pytest.raises(KnownError, match="has ended"):
        send("enter", "today.a", text="soap")
    begin(shop, who="the desk")
    assert send("enter", "today.a", text="soap").changed


def test_a_form_of_before_the_programs_start_changes_nothing_as_nobody_remembers_it(
    shop: Shop, send: Sending, products: dict[str, int], photo: Callable[[int], bytes]
) -> None:
    soap = products["Soap"]
    before = current_stock(shop.catalog, soap)
    with pytest.raises(KnownError, match="See whether it was done"):
        send("book", "yesterday.a", product=soap, kind="sold", amount="")
    assert current_stock(shop.catalog, soap) == before
    assert send("search", "yesterday.b", photo(0)).values["search"]  # a question can be asked at any time
