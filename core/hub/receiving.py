"""Changes of all tills come from the hub, one's own among them, in the order in which the hub has them.

Each batch is written together with the place up to which it was read, so that whatever cuts it off, each is
written once. One's own changes do nothing here, except in a shop that was restored: there they bring back
what was made after its backup. Movements come of this store alone; of the others, what there is.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from core.hub.change import Change
from core.hub.holding import Hold
from core.hub.left_behind import LeftBehind, note_left
from core.hub.membership import Membership, require_membership
from core.hub.merging.applying import apply_changes
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg

_STAGE = message("core", "Fetching changes from the hub")
_BATCH = 200


@dataclass(slots=True)
class Received:
    """What came.

    Attributes:
        changes: how many, without those of this till.
        malformed: how many were left out as no till of ours makes them.
        shows: whether what searches find may be another by now.
        left: what products had that were deleted; its files are the caller's to delete.
    """

    changes: int = 0
    malformed: int = 0
    shows: bool = False
    left: LeftBehind = field(default_factory=LeftBehind)


_HELD = """
    EXISTS (SELECT FROM held_by_store AS held WHERE held.store = %(store)s
        AND held.product = key_as_product(key) AND held.seq <= %(until)s)
"""
_TOLD_HERE = "seq > %(after)s AND seq <= %(until)s AND (kind <> 'movement' OR store = %(store)s)"


def receive_changes(
    shop: Shop, connection: "psycopg.Connection", progress: ReportProgress = ignore_progress
) -> Received:
    """Fetch and write what the hub has and this till has not read.

    A till that holds what its store sells first reads what was said before of that which it sells now.

    Raises:
        Cancelled: ``progress`` asked to stop; what is written stays.
    """
    joined = require_membership(shop.catalog)
    received = Received()
    row = connection.execute("SELECT seq, id::text FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    horizon, last_change = row or (0, "")
    condition = _TOLD_HERE
    # First, for the place is noted with the changes: what came after them is asked for next time.
    if joined.holds == Hold.ALL:
        _fetch_stock_elsewhere(shop, connection, joined, "seq > %(place)s")
    else:
        condition = f"{_TOLD_HERE} AND {_HELD}"
        new = _newly_held(connection, joined, horizon)
        _fetch_stock_elsewhere(
            shop, connection, joined, "product IN (SELECT product FROM held_by_store WHERE store = %(store)s)"
            " AND (seq > %(place)s OR product::text = ANY (%(products)s))", new,
        )  # fmt: skip
        if new:
            catch_up(shop, connection, joined, received, new, progress)
    place = began = joined.place
    while place < horizon:
        report(progress, _STAGE, place - began, horizon - began)
        rows = _rows(connection, condition, joined, place, horizon)
        is_end = len(rows) < _BATCH
        place = horizon if is_end else rows[-1][0]
        _write(shop, joined, rows, place, last_change if is_end else rows[-1][1], received)
    report(progress, _STAGE, horizon - began, horizon - began)
    return received


def catch_up(
    shop: Shop,
    connection: "psycopg.Connection",
    joined: Membership,
    received: Received,
    products: list[str] | None,
    progress: ReportProgress,
) -> None:
    """Write what was said of products that this till did not hold, up to the place that it has read the hub
    to. Cut off it begins anew; what is written twice does nothing.

    Args:
        products: their uids; None for all that other stores alone sell.
    """
    if products is None:
        condition = f"{_TOLD_HERE} AND NOT {_HELD}"
        _fetch_stock_elsewhere(shop, connection, joined, "seq <= %(place)s")
    else:
        condition = f"{_TOLD_HERE} AND key = ANY (%(products)s)"
    after = 0
    while after < joined.place:
        report(progress, _STAGE, after, joined.place)
        rows = _rows(connection, condition, joined, after, joined.place, products)
        after = rows[-1][0] if rows else joined.place
        _write(shop, joined, rows, joined.place, joined.place_change, received)


def _newly_held(connection: "psycopg.Connection", joined: Membership, horizon: int) -> list[str]:
    """What this store sells since the place that this till has read the hub to."""
    rows = connection.execute(
        "SELECT product::text FROM held_by_store WHERE store = %s AND seq > %s AND seq <= %s",
        [joined.store, joined.place, horizon],
    ).fetchall()
    return [product for (product,) in rows] if joined.place else []


def _rows(
    connection: "psycopg.Connection",
    condition: str,
    joined: Membership,
    after: int,
    until: int,
    products: list[str] | None = None,
) -> list[tuple[Any, ...]]:
    return connection.execute(
        "SELECT seq, id::text, kind, key, store, body, till::text FROM changes"  # noqa: S608  (ours)
        f" WHERE {condition} ORDER BY seq LIMIT %(batch)s".encode(),
        {"store": joined.store, "after": after, "until": until, "products": products, "batch": _BATCH},
    ).fetchall()


def _write(
    shop: Shop,
    joined: Membership,
    rows: list[tuple[Any, ...]],
    place: int,
    place_change: str,
    received: Received,
) -> None:
    shop.right_of_way.give_way()
    changes = [
        Change(change, kind, key, store, body if isinstance(body, dict) else {})
        for _, change, kind, key, store, body, _ in rows
    ]
    note_left(shop, changes, received.left)
    applied = apply_changes(
        shop.catalog, changes, place, place_change, lambda sha256: shop.files.path(sha256).exists()
    )
    received.changes += sum(row[6] != joined.till for row in rows)
    received.malformed += len(applied.malformed)
    received.shows |= applied.shows


def _fetch_stock_elsewhere(
    shop: Shop,
    connection: "psycopg.Connection",
    joined: Membership,
    condition: str,
    products: list[str] | None = None,
) -> None:
    """Note what the other stores have, where that has changed since the hub was read last."""
    rows = connection.execute(
        "SELECT product::text, store, CASE WHEN known THEN quantity_milli END FROM stock_by_store"  # noqa: S608
        f" WHERE store <> %(store)s AND {condition}".encode(),
        {"store": joined.store, "place": joined.place, "products": products},
    ).fetchall()
    if rows:
        with shop.catalog.transaction() as db:
            db.conn.executemany(
                "INSERT INTO hub_stock (uid, store, quantity_milli) VALUES (?, ?, ?)"
                " ON CONFLICT (uid, store) DO UPDATE SET quantity_milli = excluded.quantity_milli",
                rows,
            )
