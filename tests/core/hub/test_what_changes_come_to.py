"""What the hub makes of the changes that tills send, for searches across stores."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from core.hub.connection import connected
from tests.core.hub.told import Store

PHOTO = "a" * 64


@pytest.fixture
def connection(hub: str) -> Iterator["psycopg.Connection[Any]"]:
    with connected(hub) as found:
        yield found


def live(connection: "psycopg.Connection[Any]") -> list[tuple[Any, ...]]:
    return connection.execute(
        "SELECT sku, title, price_minor, currency FROM live_products ORDER BY sku"
    ).fetchall()


def stock(connection: "psycopg.Connection[Any]") -> list[tuple[Any, ...]]:
    return connection.execute(
        "SELECT store, quantity_milli, known FROM stock_by_store ORDER BY store"
    ).fetchall()


def test_a_product_is_what_was_said_of_it_last_in_whatever_order_it_came(
    connection: "psycopg.Connection[Any]",
) -> None:
    main, side = Store(connection, "Main"), Store(connection, "Side")
    tea = main.makes("TEA")
    earlier, later = (f"ffffffff-0000-7000-8000-00000000000{number}" for number in (1, 2))
    side.says("fields", tea, {"fields": {"title": "Green tea", "price": [250, "EUR"]}}, later)
    main.says("fields", tea, {"fields": {"title": "Black tea", "price": [300, "EUR"]}}, earlier)
    assert live(connection) == [("TEA", "Green tea", 250, "EUR")]


def test_what_was_deleted_put_away_or_merged_is_not_live(connection: "psycopg.Connection[Any]") -> None:
    store = Store(connection, "Main")
    kept = store.makes("KEPT")
    store.says("deleted", store.makes("DELETED"), {})
    store.says("fields", store.makes("AWAY"), {"fields": {"archived": 1}})
    store.says("fields", store.makes("MERGED"), {"fields": {"merged": kept}})
    assert [row[0] for row in live(connection)] == ["KEPT"]


def test_what_was_deleted_stays_so_whatever_is_said_later(
    connection: "psycopg.Connection[Any]",
) -> None:
    store = Store(connection, "Main")
    gone = store.makes("GONE")
    store.says("deleted", gone, {})
    store.says("fields", gone, {"fields": {"title": "Back?"}})
    assert live(connection) == []


def test_stock_is_the_sum_of_a_stores_movements(connection: "psycopg.Connection[Any]") -> None:
    main, side = Store(connection, "Main"), Store(connection, "Side")
    tea = main.makes("TEA")
    for store, pieces in ((main, 12), (side, 50), (side, -10)):
        store.gets(tea, pieces)
    assert stock(connection) == [("Main", 12_000, True), ("Side", 40_000, True)]


def test_stock_is_known_as_long_as_the_movement_that_told_it_is_not_undone(
    connection: "psycopg.Connection[Any]",
) -> None:
    store = Store(connection, "Main")
    tea = store.makes("TEA")
    delivery = store.gets(tea, 12)
    store.says("movement", tea, {"quantity": -2000, "counted": None, "undo_of": None})
    assert stock(connection) == [("Main", 10_000, True)]
    store.says("movement", tea, {"quantity": -12_000, "counted": None, "undo_of": delivery})
    assert stock(connection) == [("Main", -2_000, False)]


@pytest.mark.parametrize(
    ("kind", "product", "body"),
    [
        ("fields", "no uuid", {"fields": {"title": "x"}}),
        ("fields", "", {"fields": [1]}),
        ("photo", "", {"sha256": "../../etc/passwd", "gained": 1}),
        ("photo", "", {"sha256": 7}),
        ("movement", "", {"quantity": "a lot"}),
        ("movement", "", {"quantity": 1e300}),
        ("movement", "", {}),
        ("a kind of next year", "", {"fields": {"sku": "x"}}),
    ],
)
def test_what_no_till_can_have_said_is_passed_over_and_stops_nobody(
    connection: "psycopg.Connection[Any]", kind: str, product: str, body: dict[str, Any]
) -> None:
    store = Store(connection, "Main")
    store.says(kind, product, body)
    store.gets(store.makes("TEA"), 1)
    assert [row[0] for row in live(connection)] == ["TEA"]
    assert connection.execute("SELECT count(*) FROM product_photos").fetchone() == (0,)
    assert connection.execute("SELECT quantity_milli FROM stock_by_store").fetchall() == [(1000,)]


def test_a_price_that_is_none_leaves_the_product_live(connection: "psycopg.Connection[Any]") -> None:
    Store(connection, "Main").makes("TEA", price=["dear", 7])
    assert live(connection) == [("TEA", "Tea", None, "7")]


def held(connection: "psycopg.Connection[Any]", store: str) -> list[str]:
    rows = connection.execute(
        "SELECT sku FROM held_by_store JOIN live_products USING (product) WHERE store = %s ORDER BY sku",
        [store],
    )
    return [sku for (sku,) in rows]


def test_a_store_sells_what_it_said_something_of_and_what_that_depends_on(
    connection: "psycopg.Connection[Any]",
) -> None:
    main, side = Store(connection, "Main"), Store(connection, "Side")
    tea, mug, cup, pot = (main.makes(sku) for sku in ("TEA", "MUG", "CUP", "POT"))
    assert held(connection, "Main") == ["CUP", "MUG", "POT", "TEA"] and held(connection, "Side") == []
    side.gets(mug, 1)
    assert held(connection, "Side") == ["MUG"]
    main.says("fields", cup, {"fields": {"sku": "MUG"}})
    main.says("fields", pot, {"fields": {"merged": tea}})
    assert held(connection, "Side") == ["MUG", "MUG"]
    side.says("held", pot, {})
    assert held(connection, "Side") == ["MUG", "MUG", "TEA"]  # what was merged is not live
    main.says("fields", tea, {"fields": {"merged": "no product"}})
