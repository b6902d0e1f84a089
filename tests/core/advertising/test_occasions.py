"""Which products a poster is made of by itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from core.advertising.posters.occasions import MOST, Occasion, chosen_for, products_for
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, move_stock, undo_movement
from core.quantities.quantity import whole
from core.quantities.sale_price import Sale
from core.shop.opening import open_shop
from core.shop.shop import Shop

TODAY = datetime.now(UTC).date()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        yield opened


def add(shop: Shop, sku: str, **said: object) -> int:
    upsert_product(shop.catalog, ProductDraft(sku, **{"title": sku, "stock": whole(5), **said}), who="")  # type: ignore[arg-type]
    (key,) = shop.catalog.db.execute("SELECT id FROM products WHERE sku = ?", [sku]).fetchone()
    return int(key)


def named(shop: Shop, occasion: Occasion, day: date = TODAY) -> list[str]:
    return [product.sku for product in products_for(shop.catalog, occasion, day)]


def came(shop: Shop, key: int, days_ago: int) -> None:
    with shop.catalog.transaction() as db:
        moment = f"{TODAY - timedelta(days=days_ago)}T12:00:00.000Z"
        db.execute("UPDATE products SET created = ? WHERE id = ?", [moment, key])


def test_what_saves_most_today_is_offered_first(shop: Shop) -> None:
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    add(shop, "TEN", price_minor=1000, currency="EUR", sale=Sale(900))
    add(shop, "HALF", price_minor=1000, currency="EUR", sale=Sale(500))
    add(shop, "DEARER", price_minor=1000, currency="EUR", sale=Sale(1100))
    add(shop, "LATER", price_minor=1000, currency="EUR", sale=Sale(100, tomorrow))
    add(shop, "GONE", price_minor=1000, currency="EUR", sale=Sale(100), stock=whole(0))
    add(shop, "PLAIN", price_minor=1000, currency="EUR")
    assert named(shop, Occasion.OFFER) == ["HALF", "TEN"]
    assert named(shop, Occasion.OFFER, TODAY + timedelta(days=1)) == ["LATER", "HALF", "TEN"]


def test_back_is_what_was_gone_and_came_again(shop: Shop) -> None:
    keys = {sku: add(shop, sku) for sku in ("BACK", "MORE", "GONE", "UNDONE")}
    add(shop, "NEVER-OUT")
    nothing = add(shop, "FIRST", stock=whole(0))
    move_stock(shop.catalog, nothing, whole(3), who="", reason=Reason.DELIVERY)  # it was never there before
    move_stock(shop.catalog, keys["MORE"], whole(7), who="", reason=Reason.DELIVERY)
    for sku in ("BACK", "GONE"):
        move_stock(shop.catalog, keys[sku], whole(-5), who="", reason=Reason.SALE)
    sale = move_stock(shop.catalog, keys["UNDONE"], whole(-5), who="", reason=Reason.SALE)
    undo_movement(shop.catalog, sale.id, who="")
    move_stock(shop.catalog, keys["BACK"], whole(4), who="", reason=Reason.DELIVERY)
    assert named(shop, Occasion.BACK) == ["BACK"]
    assert named(shop, Occasion.BACK, TODAY + timedelta(days=20)) == []


def test_new_is_what_came_after_the_shop_began(shop: Shop) -> None:
    came(shop, add(shop, "BEGAN-WITH"), 10)
    assert named(shop, Occasion.NEW) == []
    came(shop, add(shop, "NEW"), 5)
    came(shop, add(shop, "NEWER"), 1)
    assert named(shop, Occasion.NEW) == ["NEWER", "NEW"]
    assert named(shop, Occasion.NEW, TODAY + timedelta(days=27)) == ["NEWER"]


def test_a_poster_of_more_than_it_holds_says_so(shop: Shop) -> None:
    for number in range(MOST):
        add(shop, f"P-{number}", price_minor=1000, currency="EUR", sale=Sale(500))
    assert chosen_for(shop.catalog, Occasion.OFFER, TODAY).note is None
    add(shop, "ONE-MORE", price_minor=1000, currency="EUR", sale=Sale(900))
    chosen = chosen_for(shop.catalog, Occasion.OFFER, TODAY)
    assert len(chosen.products) == MOST
    assert str(chosen.note).startswith("There are 61; the first 60 stand on it.")
