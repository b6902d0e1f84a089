"""What is sold and received from a phone stands in the shop's log as if booked at the desk."""

from collections.abc import Callable

import pytest

from core.catalog.stock import Reason, current_stock, movements
from core.errors import KnownError
from core.ingest.shop_edits import book_stock
from core.quantities.quantity import ONE, whole
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Reply

Asking = Callable[..., Reply]
Photo = Callable[[int], bytes]


def test_one_is_sold_and_taken_back_as_one_step(shop: Shop, asks: Asking, products: dict[str, int]) -> None:
    apple = products["Apple"]
    assert asks("book", product=apple, kind="sold").changed
    told = asks("product", product=apple).values["event"]
    assert (told["kind"], told["stock"]["amount"]) == ("sold", "29")
    assert movements(shop.catalog, [apple])[0].who == "Ann's phone"
    asks("undo", step=told["step"])
    assert current_stock(shop.catalog, apple) == whole(30)


def test_a_typed_number_is_received(shop: Shop, asks: Asking, products: dict[str, int]) -> None:
    asks("book", product=products["Plums"], kind="received", amount="1.5 kg")
    assert str(current_stock(shop.catalog, products["Plums"])) == "4"


@pytest.mark.parametrize("amount", ["0", "-3", "half", "1.5", "2 kg"])
def test_what_cannot_be_booked_is_refused(
    shop: Shop, asks: Asking, products: dict[str, int], amount: str
) -> None:
    with pytest.raises(KnownError):
        asks("book", product=products["Apple"], kind="sold", amount=amount)
    assert current_stock(shop.catalog, products["Apple"]) == whole(30)


def test_a_step_is_not_taken_back_where_the_desk_did_something_since(
    shop: Shop, asks: Asking, products: dict[str, int]
) -> None:
    asks("book", product=products["Apple"], kind="sold")
    step = asks("product", product=products["Apple"]).values["event"]["step"]
    book_stock(shop, products["Apple"], -ONE, Reason.SALE, who="the desk")
    with pytest.raises(KnownError, match="Something else was done"):
        asks("undo", step=step)
    assert current_stock(shop.catalog, products["Apple"]) == whole(28)


def test_what_is_sold_out_names_what_can_stand_in_for_it(asks: Asking, products: dict[str, int]) -> None:
    product = asks("product", product=products["Oat milk"]).values["product"]
    assert product["stock"]["is_out"]
    assert product["instead"][0]["title"] == "Apple juice"
    assert asks("product", product=products["Apple"]).values["product"]["instead"] == []


def test_photos_are_added_one_after_another_and_taken_back(
    asks: Asking, photo: Photo, products: dict[str, int]
) -> None:
    soap = products["Soap"]
    before = len(asks("product", product=soap).values["product"]["photos"])
    asks("add photos", photo(3), photo(4), product=soap)
    after = asks("product", product=soap).values
    assert len(after["product"]["photos"]) == before + 2
    asks("undo", step=after["event"]["step"])
    assert len(asks("product", product=soap).values["product"]["photos"]) == before
