"""Changes of all tills come from the hub, one's own among them, in the order in which the hub has them.

Each batch is written together with the place up to which it was read, so that whatever cuts it off, each is
written once. One's own changes do nothing here, except in a shop that was restored: there they bring back
what was made after its backup. Movements come of this store alone; of the others, what there is.

A till that has just joined reads what holds (:mod:`core.hub.reading_products`), and from where the hub was at
that moment on the changes.
"""

from typing import TYPE_CHECKING

from core.hub.holding import Hold
from core.hub.membership import Membership, require_membership
from core.hub.reading_products import NEWLY_OURS, OF_ALL, OF_OTHERS_ALONE, OF_OURS, read_products
from core.hub.writing import COLUMNS, Received, Row, write_changes
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg

_STAGE = message("core", "Fetching changes from the hub")
_BATCH = 200
_HELD = """
    EXISTS (SELECT FROM held_by_store AS held WHERE held.store = %(store)s
        AND held.product = key_as_product(key) AND held.seq <= %(until)s)
"""
_TOLD_HERE = "seq > %(after)s AND seq <= %(until)s AND (kind <> 'movement' OR store = %(store)s)"
_MOVED = "seq > %(place)s"
_MOVED_OF_OURS = "seq > %(place)s AND product IN (SELECT product FROM held_by_store WHERE store = %(store)s)"
_OF_NEWLY_OURS = "product IN (SELECT product FROM held_by_store WHERE store = %(store)s AND seq > %(place)s)"
"""Of which products what other stores have is asked for; each is found by an index."""


def receive_changes(
    shop: Shop, connection: "psycopg.Connection", progress: ReportProgress = ignore_progress
) -> Received:
    """Fetch and write what the hub has and this till has not read.

    A till that holds what its store sells first reads what was said before of that which it sells now.

    Raises:
        Cancelled: ``progress`` asked to stop; what is written stays.
    """
    joined = require_membership(shop.catalog)
    if joined.place == 0:  # it begins with what it is to hold; what is chosen later, a round's end does
        with shop.catalog.transaction() as db:
            db.execute("UPDATE hub_state SET holds = hold")
        joined = require_membership(shop.catalog)
    received = Received()
    row = connection.execute("SELECT seq, id::text FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    horizon, last_change = row or (0, "")
    holds_all = joined.holds == Hold.ALL
    # First, for the place is noted with the changes: what came after them is asked for next time.
    _fetch_stock_elsewhere(shop, connection, joined, _MOVED if holds_all else _MOVED_OF_OURS)
    if joined.place == 0 and horizon:
        with shop.catalog.transaction() as db:
            db.execute(
                "UPDATE hub_state SET place = ?, place_change = ?, reading = ''", [horizon, last_change]
            )
        joined = require_membership(shop.catalog)
    if joined.reading is not None:
        which = OF_ALL if holds_all else OF_OURS
        read_products(shop, connection, joined, which, received, progress, is_joining=True)
        with shop.catalog.transaction() as db:
            db.execute("UPDATE hub_state SET reading = NULL")
    if not holds_all and _holds_more(connection, joined):
        _fetch_stock_elsewhere(shop, connection, joined, _OF_NEWLY_OURS)
        read_products(shop, connection, joined, NEWLY_OURS, received, progress)
    place = began = joined.place
    while place < horizon:
        report(progress, _STAGE, place - began, horizon - began)
        rows = _rows(connection, joined, place, horizon, holds_all=holds_all)
        is_end = len(rows) < _BATCH
        place = horizon if is_end else rows[-1][0]
        write_changes(shop, joined, rows, place, last_change if is_end else rows[-1][1], received)
    report(progress, _STAGE, horizon - began, horizon - began)
    return received


def catch_up(
    shop: Shop,
    connection: "psycopg.Connection",
    joined: Membership,
    received: Received,
    progress: ReportProgress,
) -> None:
    """Write what holds of products that other stores alone sell. Cut off it begins anew; what is written
    twice does nothing."""
    _fetch_stock_elsewhere(shop, connection, joined, "seq <= %(place)s")
    read_products(shop, connection, joined, OF_OTHERS_ALONE, received, progress)


def _holds_more(connection: "psycopg.Connection", joined: Membership) -> bool:
    """Whether its store sells something since the place that this till has read the hub to."""
    ((newest,),) = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM held_by_store WHERE store = %s", [joined.store]
    ).fetchall()
    return bool(newest > joined.place)


def _rows(
    connection: "psycopg.Connection", joined: Membership, after: int, until: int, *, holds_all: bool
) -> list[Row]:
    condition = _TOLD_HERE if holds_all else f"{_TOLD_HERE} AND {_HELD}"
    return connection.execute(
        f"SELECT {COLUMNS} FROM changes"  # noqa: S608  (ours)
        f" WHERE {condition} ORDER BY seq LIMIT %(batch)s".encode(),
        {"store": joined.store, "after": after, "until": until, "batch": _BATCH},
    ).fetchall()


def _fetch_stock_elsewhere(
    shop: Shop, connection: "psycopg.Connection", joined: Membership, condition: str
) -> None:
    """Note what the other stores have, where that has changed since the hub was read last."""
    rows = connection.execute(
        "SELECT product::text, store, CASE WHEN known THEN quantity_milli END FROM stock_by_store"  # noqa: S608
        f" WHERE store <> %(store)s AND {condition}".encode(),
        {"store": joined.store, "place": joined.place},
    ).fetchall()
    if rows:
        with shop.catalog.transaction() as db:
            db.conn.executemany(
                "INSERT INTO hub_stock (uid, store, quantity_milli) VALUES (?, ?, ?)"
                " ON CONFLICT (uid, store) DO UPDATE SET quantity_milli = excluded.quantity_milli",
                rows,
            )
