"""What holds of tills and a hub once everybody has synchronised."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.checking.check import check
from core.catalog.database.change_ids import taken_back_by
from core.catalog.stock import booked_stock
from core.hub.connection import connected
from core.hub.holding import Hold
from core.hub.membership import require_membership, waiting_changes
from core.quantities.quantity import Quantity
from core.shop.shop import Shop
from tests.core.hub.tills import told

Moved = dict[str, tuple[str, str, int]]
"""The store, the product and the quantity of each movement, by its id."""


@dataclass(frozen=True, slots=True)
class _AtHub:
    """All movements at the hub, and what else says what they come to.

    Attributes:
        carrying: movements that carried a merged product's stock over.
        taken_back: what took back counts made twice.
        merged, deleted: products.
    """

    moved: Moved
    carrying: set[str]
    taken_back: set[str]
    merged: set[str]
    deleted: set[str]


def require_alike(everybody: Sequence[tuple[Shop, str]], address: str, moved: Moved) -> None:
    """Tills, each with its store, are equal, and stock is the sum of all movements.

    Args:
        address: of the hub.
        moved: what was acknowledged to clerks.
    """
    hub = _at_hub(address)
    assert moved.items() <= hub.moved.items()
    one, its_store = everybody[0]
    for till, store in everybody[1:]:
        _require_equal(one, till, of_store=store == its_store)
    for till, store in everybody:
        assert waiting_changes(till.catalog) == 0
        assert till.catalog.db.execute("SELECT count(*) FROM hub_waiting").fetchone() == (0,)
        assert check(till.catalog) == []
        _require_what_it_is_to_hold(till, address)
        _require_sum(till, store, hub)
        _require_merged_sum(till, store, hub)


def _at_hub(hub: str) -> _AtHub:
    with connected(hub) as connection:
        rows = connection.execute(
            "SELECT id::text, store, key, (body ->> 'quantity')::bigint, body ->> 'undo_of',"
            " coalesce(body ->> 'taken_off', body ->> 'brought_in') FROM changes WHERE kind = 'movement'"
        ).fetchall()
        merges = connection.execute(
            "SELECT unnest(ARRAY[key, body -> 'fields' ->> 'merged']) FROM changes"
            " WHERE kind = 'fields' AND body -> 'fields' ->> 'merged' IS NOT NULL"
        ).fetchall()
        deleted = connection.execute("SELECT key FROM changes WHERE kind = 'deleted'").fetchall()
    return _AtHub(
        moved={row[0]: (row[1], row[2], row[3]) for row in rows},
        carrying={row[0] for row in rows if row[5] is not None},
        taken_back={row[0] for row in rows if row[4] and row[0] == taken_back_by(row[4])},
        merged={uid for (uid,) in merges},
        deleted={uid for (uid,) in deleted},
    )


def _require_equal(one: Shop, other: Shop, *, of_store: bool) -> None:
    """What both hold is the same; and who holds all holds what the other does."""
    first, second = (told(till.catalog, of_store=of_store) for till in (one, other))
    for uid in first.keys() & second.keys():
        assert first[uid] == second[uid]
    assert first.keys() >= second.keys() or _holds(one) is Hold.OURS
    assert first.keys() <= second.keys() or _holds(other) is Hold.OURS


def _require_what_it_is_to_hold(till: Shop, address: str) -> None:
    """All that its store has a say in is there."""
    joined = require_membership(till.catalog)
    assert joined.hold == joined.holds
    with connected(address) as connection:
        rows = connection.execute(
            "SELECT product::text FROM held_by_store WHERE store = %s AND EXISTS"
            " (SELECT FROM product_fields AS told"
            "  WHERE told.product = held_by_store.product AND name = 'sku')"
            " AND NOT EXISTS (SELECT FROM product_fields AS told"
            "  WHERE told.product = held_by_store.product AND name = 'deleted')",
            [joined.store],
        ).fetchall()
    assert {uid for (uid,) in rows} <= told(till.catalog).keys()


def _holds(till: Shop) -> Hold:
    return Hold(require_membership(till.catalog).holds)


def _require_sum(till: Shop, store: str, hub: _AtHub) -> None:
    """Stock is what all movements of its store come to."""
    rows = till.catalog.db.execute(
        "SELECT uid, product_id FROM hub_products WHERE product_id IS NOT NULL"
    ).fetchall()
    for uid, product_id in rows:
        moved = sum(quantity for of, key, quantity in hub.moved.values() if (of, key) == (store, uid))
        assert booked_stock(till.catalog, product_id) == Quantity(moved)


def _require_merged_sum(till: Shop, store: str, hub: _AtHub) -> None:
    """What was merged has nothing left, and what it was merged into has all that both ever had."""
    booked: dict[str, int] = {}
    for movement, (of, uid, quantity) in hub.moved.items():
        is_own = of == store and movement not in hub.carrying
        if is_own and not {movement, taken_back_by(movement)} & hub.moved.keys() & hub.taken_back:
            booked[uid] = booked.get(uid, 0) + quantity
    rows = till.catalog.db.execute(
        "SELECT uid, product_id, archived,"
        " (SELECT uid FROM hub_products AS kept WHERE kept.product_id = merged_into)"
        " FROM hub_products JOIN products ON id = product_id"
    ).fetchall()
    into = {uid: kept for uid, _, archived, kept in rows if kept is not None and archived}
    was_on_the_shelf_meanwhile = any(kept is not None and not archived for *_, archived, kept in rows)
    if hub.merged & hub.deleted or was_on_the_shelf_meanwhile:
        return
    for uid, product_id, *_ in rows:
        whole_tree = {uid}
        while more := {one for one, kept in into.items() if kept in whole_tree} - whole_tree:
            whole_tree |= more
        expected = 0 if uid in into else sum(booked.get(one, 0) for one in whole_tree)
        assert booked_stock(till.catalog, product_id) == Quantity(expected)
