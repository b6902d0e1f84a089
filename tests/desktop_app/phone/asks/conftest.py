"""A small shop with prices and stock, and a phone that asks it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.settings import Settings
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Ask, Caller, Reply
from desktop_app.phone.asks.table import ASKS
from tests.painted_shop import make_priced_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(make_priced_shop(tmp_path / "shop"), device="cpu") as opened:
        yield opened


@pytest.fixture
def products(shop: Shop) -> dict[str, int]:
    """Keys by title."""
    return dict(shop.catalog.db.execute("SELECT title, id FROM products").fetchall())


@pytest.fixture
def photo(tmp_path: Path) -> Callable[[int], bytes]:
    """A counter photo of the product with this number."""
    return lambda number: (tmp_path / "shop pictures" / f"{number}-1.png").read_bytes()


Asking = Callable[..., Reply]


@pytest.fixture
def asks(shop: Shop) -> Asking:
    """Asks as the phone "Ann's phone" does."""
    caller = Caller("Ann's phone", Settings)

    def ask(name: str, *parts: bytes, **values: Any) -> Reply:
        return ASKS[name](shop, caller, Ask(values, parts))

    return ask
