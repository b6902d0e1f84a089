"""Changes of all tills come from the hub, one's own among them, in the order in which the hub has them.

Each batch is written together with the place up to which it was read, so that whatever cuts it off, each is
written once. One's own changes do nothing here, except in a shop that was restored: there they bring back
what was made after its backup. Movements come of this store alone; of the others, what there is.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.hub.change import Change
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
    """

    changes: int = 0
    malformed: int = 0
    shows: bool = False


def receive_changes(
    shop: Shop, connection: "psycopg.Connection", progress: ReportProgress = ignore_progress
) -> Received:
    """Fetch and write what the hub has and this till has not read.

    Raises:
        Cancelled: ``progress`` asked to stop; what is written stays.
    """
    joined = require_membership(shop.catalog)
    received = Received()
    row = connection.execute("SELECT seq, id::text FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    horizon, last_change = row or (0, "")
    place = began = joined.place
    # First, for the place is noted with the changes: what came after them is asked for next time.
    _fetch_stock_elsewhere(shop, connection, joined)
    while place < horizon:
        report(progress, _STAGE, place - began, horizon - began)
        shop.right_of_way.give_way()
        rows = connection.execute(
            "SELECT seq, id::text, kind, key, store, body, till::text FROM changes"
            " WHERE seq > %s AND seq <= %s AND (kind <> 'movement' OR store = %s) ORDER BY seq LIMIT %s",
            [place, horizon, joined.store, _BATCH],
        ).fetchall()
        is_end = len(rows) < _BATCH
        place = horizon if is_end else rows[-1][0]
        changes = [
            Change(change, kind, key, store, body if isinstance(body, dict) else {})
            for _, change, kind, key, store, body, _ in rows
        ]
        applied = apply_changes(
            shop.catalog, changes, place, last_change if is_end else rows[-1][1],
            lambda sha256: shop.files.path(sha256).exists(),
        )  # fmt: skip
        received.changes += sum(row[6] != joined.till for row in rows)
        received.malformed += len(applied.malformed)
        received.shows |= applied.shows
    report(progress, _STAGE, horizon - began, horizon - began)
    return received


def _fetch_stock_elsewhere(shop: Shop, connection: "psycopg.Connection", joined: Membership) -> None:
    """Note what the other stores have, where that has changed since the hub was read last."""
    rows = connection.execute(
        "SELECT product::text, store, CASE WHEN known THEN quantity_milli END FROM stock_by_store"
        " WHERE seq > %s AND store <> %s",
        [joined.place, joined.store],
    ).fetchall()
    if rows:
        with shop.catalog.transaction() as db:
            db.conn.executemany(
                "INSERT INTO hub_stock (uid, store, quantity_milli) VALUES (?, ?, ?)"
                " ON CONFLICT (uid, store) DO UPDATE SET quantity_milli = excluded.quantity_milli",
                rows,
            )
