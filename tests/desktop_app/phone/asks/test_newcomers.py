"""What the shop does not have is added from the phone that searched for it, and found from then on."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from core.catalog.edits.deletion import take_out
from core.errors import KnownError
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Reply

Asking = Callable[..., Reply]
Photo = Callable[[int], bytes]


def checked_cloth() -> bytes:
    """Nothing that the shop has."""
    cloth = Image.new("RGB", (240, 240), "orange")
    for place in range(0, 240, 40):
        cloth.paste("navy", (place, 0, place + 20, 240))
        cloth.paste("white", (0, place, 240, place + 8))
    data = io.BytesIO()
    cloth.save(data, "PNG")
    return data.getvalue()


def test_a_product_of_the_picture_is_found_at_once_and_gone_by_undo(asks: Asking) -> None:
    key = asks("search", checked_cloth()).values["search"]
    asks("say", search=key, said="absent")
    proposed = asks("proposed", search=key).values
    assert proposed["pictures"] == 1
    added = asks(
        "add", search=key, sku=proposed["sku"], title="Tea towel", price="4.50", stock="7", location="D2"
    )
    found = asks("answered", search=key).values
    best = found["answer"]["results"][0]
    assert (best["title"], best["price"]["now"], best["stock"]["amount"]) == ("Tea towel", "4.50", "7")
    assert not found["answer"]["is_absent"]
    assert added.changed
    asks("undo", step=found["event"]["step"])
    again = asks("search", checked_cloth()).values["search"]
    assert "Tea towel" not in [
        one["title"] for one in asks("answered", search=again).values["answer"]["results"]
    ]


def test_a_number_that_was_searched_in_vain_is_proposed_as_the_barcode(asks: Asking) -> None:
    key = asks("find", text="4006381333931").values["search"]
    proposed = asks("proposed", search=key).values
    assert (proposed["barcode"], proposed["title"]) == ("4006381333931", "")
    assert "Fruit" in proposed["categories"]


def test_what_was_deleted_at_the_desk_meanwhile_gets_neither_pictures_nor_a_word(
    asks: Asking, shop: Shop, products: dict[str, int]
) -> None:
    key = asks("search", checked_cloth()).values["search"]
    asks("say", search=key, said="absent")
    with shop.catalog.transaction():
        take_out(shop.catalog, [products["Soap"]])
    with pytest.raises(KnownError, match="no longer in the shop"):
        asks("give", search=key, product=products["Soap"])
    with pytest.raises(KnownError, match="no longer in the shop"):
        asks("say", search=key, said="wrong", product=products["Soap"])
    assert asks("answered", search=key).values["answer"]["is_absent"]


def test_a_product_needs_a_name_and_a_number_of_its_own(asks: Asking, shop: Shop) -> None:
    with pytest.raises(KnownError, match="name"):
        asks("add", sku="N-1", title=" ")
    with pytest.raises(KnownError, match="Apple"):
        asks("add", sku="Sign 0", title="Another")


def test_the_picture_becomes_a_photo_of_a_product_that_the_shop_has(
    asks: Asking, products: dict[str, int]
) -> None:
    key = asks("search", checked_cloth()).values["search"]
    asks("give", search=key, product=products["Soap"])
    found = asks("answered", search=key).values
    assert found["answer"]["results"][0]["title"] == "Soap"
    assert found["event"]["kind"] == "photos added"
