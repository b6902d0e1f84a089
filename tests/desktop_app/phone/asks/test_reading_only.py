"""A shop that another window writes to is read by phones, and changed by none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import KnownError
from core.settings import Settings
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Ask, Caller, Reply
from desktop_app.phone.asks.hearing import hear
from desktop_app.phone.asks.table import CHANGING


def test_all_that_changes_the_shop_is_refused_and_the_rest_is_answered(
    shop: Shop, tmp_path: Path, asks: Callable[..., Reply], photo: Callable[[int], bytes]
) -> None:
    asks("begin count")
    with open_shop(tmp_path / "shop", device="cpu") as second:
        assert (shop.writable, second.writable) == (True, False)
        caller = Caller("Bob's phone", Settings)

        def ask(name: str, *parts: bytes, **values: object) -> Reply:
            return hear(second, caller, name, Ask(values, parts))

        search = ask("search", photo(0)).values["search"]
        assert ask("answered", search=search).values["answer"]["results"][0]["title"] == "Apple"
        for name in ("count", "put aside", "compare", "not counted"):
            assert ask(name).values["writable"] is False
        for name in CHANGING:
            with pytest.raises(KnownError, match="can only be read"):
                ask(name)
