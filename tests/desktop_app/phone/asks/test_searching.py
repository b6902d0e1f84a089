"""A phone searches by picture, words and number, and says what is right."""

from collections.abc import Callable

import pytest

from core.catalog.log.search_log import confirmed_searches
from core.errors import KnownError
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Reply

Asking = Callable[..., Reply]
Photo = Callable[[int], bytes]


def test_a_picture_finds_its_product_with_all_that_a_customer_asks(asks: Asking, photo: Photo) -> None:
    key = asks("search", photo(0)).values["search"]
    answer = asks("answered", search=key).values["answer"]
    best = answer["results"][0]
    assert (best["title"], best["price"]["now"], best["location"]) == ("Apple", "1.20", "A1")
    assert best["stock"] == {"amount": "30", "unit": "", "is_out": False}
    assert asks("picture", search=key, number=0).parts[0][:2] == b"\xff\xd8"
    assert asks("photo", photo=best["photo"]).parts[0][:2] == b"\xff\xd8"


def test_several_pictures_are_of_one_thing(asks: Asking, photo: Photo) -> None:
    key = asks("search", photo(2), photo(2)).values["search"]
    answer = asks("answered", search=key).values["answer"]
    assert (answer["results"][0]["title"], answer["pictures"]) == ("Oat milk", 2)


def test_a_further_picture_joins_those_that_were_seen(asks: Asking, photo: Photo) -> None:
    first = asks("search", photo(2)).values["search"]
    key = asks("search", photo(2), more_of=first).values["search"]
    assert asks("answered", search=key).values["answer"]["pictures"] == 2
    assert asks("picture", search=key, number=1).parts


def test_only_what_is_meant_for_it_appears_at_the_desk(asks: Asking, photo: Photo) -> None:
    assert asks("search", photo(0)).at_desk == ()
    assert asks("search", photo(0), at_desk=True).at_desk == (photo(0),)


@pytest.mark.parametrize(
    ("typed", "title"), [("oat", "Oat milk"), ("2000000010014", "Apple"), ("茶", "绿茶")]
)
def test_words_and_numbers_are_found(asks: Asking, typed: str, title: str) -> None:
    key = asks("find", text=typed).values["search"]
    assert asks("answered", search=key).values["answer"]["results"][0]["title"] == title


def test_a_product_called_wrong_leaves_the_answer_and_comes_back(
    asks: Asking, photo: Photo, products: dict[str, int]
) -> None:
    key = asks("search", photo(0)).values["search"]
    asks("say", search=key, said="wrong", product=products["Apple"])
    answer = asks("answered", search=key).values["answer"]
    assert "Apple" not in [one["title"] for one in answer["results"]]
    assert answer["wrong"] == 1
    asks("unsay", search=key)
    assert asks("answered", search=key).values["answer"]["results"][0]["title"] == "Apple"


def test_what_was_confirmed_stands_in_the_shops_log_until_it_is_taken_back(
    shop: Shop, asks: Asking, photo: Photo, products: dict[str, int]
) -> None:
    key = asks("search", photo(0)).values["search"]
    asks("say", search=key, said="right", product=products["Soap"])
    assert asks("answered", search=key).values["answer"]["results"][0]["title"] == "Soap"
    assert confirmed_searches(shop.catalog) == 1
    asks("unsay", search=key)
    assert confirmed_searches(shop.catalog) == 0


def test_what_was_done_is_told_once(asks: Asking, photo: Photo) -> None:
    key = asks("search", photo(0)).values["search"]
    asks("say", search=key, said="absent")
    first, second = (asks("answered", search=key).values for _ in range(2))
    assert (first["event"]["kind"], second["event"]) == ("absent", {})
    assert second["answer"]["is_absent"]


def test_a_search_of_long_ago_is_forgotten_with_its_picture(asks: Asking, photo: Photo) -> None:
    first = asks("search", photo(0)).values["search"]
    for _ in range(6):
        asks("find", text="oat")
    with pytest.raises(KnownError, match="too long ago"):
        asks("answered", search=first)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("answered", {"search": "1"}),
        ("answered", {"search": True}),
        ("answered", {}),
        ("say", {"search": -1}),
        ("find", {"text": "x" * 501}),
        ("find", {"text": ["oat"]}),
        ("find", {"text": "  "}),
        ("photo", {"photo": "../../catalog.db"}),
        ("photo", {"photo": "a" * 64}),
        ("search", {}),
    ],
)
def test_what_no_page_of_ours_asks_is_refused_with_a_sentence(
    asks: Asking, name: str, values: dict[str, object]
) -> None:
    with pytest.raises(KnownError):
        asks(name, **values)


def test_what_is_no_picture_is_refused_with_a_sentence(asks: Asking) -> None:
    with pytest.raises(KnownError):
        asks("search", b"<svg onload=alert(1)>" * 50)
