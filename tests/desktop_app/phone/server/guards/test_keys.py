"""Whoever has no key of ours hears nothing, and a key is given for a yes at the computer alone."""

import pytest

from desktop_app.phone.server.guards import bounds
from desktop_app.phone.server.key import COOKIE, new_key
from desktop_app.phone.server.routes.all import ROUTES
from tests.desktop_app.phone.served import Browser, Served, answer

OPEN = {"/pair", "/pair/asked"}
PATHS = sorted({route.path.replace("{", "").replace("}", "").replace(":int", "") for route in ROUTES})
WRITES = sorted({route.path for route in ROUTES if "POST" in (route.methods or ())} - OPEN)


def test_a_phone_that_is_let_in_is_heard(phone: Browser, served: Served) -> None:
    assert phone.get("/find?text=tea").status == 303
    said = served.asked[-1]
    assert (said.name, said.values) == ("find", {"phone": "phone", "text": "tea"})


# Keys


def test_nobody_without_a_key_hears_anything(stranger: Browser, served: Served) -> None:
    before = len(served.asked)
    refused = [stranger.get(path).status for path in PATHS if path not in OPEN]
    assert set(refused) == {401}
    written = [stranger.post(path) for path in WRITES[:5]]
    assert {(one.status, b"This phone is not let in" in one.body) for one in written} == {(401, True)}
    assert len(served.asked) == before


@pytest.mark.parametrize(
    "key", ["k" * 43, "x", "%00", "phone", "a" * 64, "a" * 5000, "\u00fc", '"', "../../phones.json"]
)
def test_a_key_that_is_none_of_ours_is_no_key(served: Served, phone: Browser, key: str) -> None:
    assert served.browser(key).get("/").status == 401
    assert phone.get("/").status == 200


def test_a_key_counts_in_its_cookie_alone(phone: Browser, stranger: Browser) -> None:
    assert stranger.get(f"/?key={phone.key}").status == 401
    assert stranger.get("/", Authorization=f"Bearer {phone.key}").status == 401
    assert stranger.get("/", Cookie=f"key={phone.key}").status == 401


def test_a_phone_that_was_put_out_is_not_heard_any_more(served: Served) -> None:
    first, second = served.browser(new_key()), served.browser(new_key())
    served.let_in(first=first.key, second=second.key)
    assert (first.get("/").status, second.get("/").status) == (200, 200)
    served.let_in(second=second.key)
    assert (first.get("/").status, second.get("/").status) == (401, 200)


def test_another_phones_key_cannot_say_that_it_is_this_one(served: Served) -> None:
    first, second = served.browser(new_key()), served.browser(new_key())
    served.let_in(first=first.key, second=second.key)
    second.get("/find?text=tea&phone=first")
    assert served.asked[-1].values["phone"] == "second"


# Pairing


def test_a_code_that_the_window_does_not_know_opens_nothing(served: Served, stranger: Browser) -> None:
    served.answers["pair"] = answer({"ticket": "", "number": ""})
    refused = stranger.post("/pair", b"code=guessed&name=x")
    assert (refused.status, refused.cookies) == (403, [])


def test_a_key_is_given_for_a_yes_alone(served: Served, stranger: Browser) -> None:
    for decided in ("waiting", "no"):
        served.answers["paired"] = answer({"decided": decided})
        assert not any(cookie.startswith(COOKIE) for cookie in stranger.post("/pair/asked").cookies)
    served.answers["paired"] = answer({"decided": "yes"})
    given = next(cookie for cookie in stranger.post("/pair/asked").cookies if cookie.startswith(COOKIE))
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(given.split("; "))
    assert "Domain" not in given


def test_a_body_of_a_stranger_is_small(served: Served, stranger: Browser) -> None:
    before = len(served.asked)
    assert stranger.post("/pair", b"code=" + b"x" * bounds.MOST_STRANGERS_BYTES).status == 413
    assert len(served.asked) == before
