"""A shop joins a hub, and leaves it: from when on its changes are written down for others, and until when.

Joining changes nothing that a clerk sees; leaving keeps all that came. In between lies
:mod:`core.hub.synchronising`.
"""

import uuid
from typing import TYPE_CHECKING

from core.catalog.clean_text import clean_line
from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.change_ids import ticked
from core.catalog.database.schema.capture import begin_capture, end_capture
from core.catalog.edits.product_fields import Field
from core.errors import KnownError
from core.hub.announcing import NOTHING_KNOWN, announce, at_hub
from core.hub.holding import Hold
from core.hub.membership import membership, require_membership, waiting_changes
from core.hub.sending import send_changes
from core.hub.tills import enter_till, tell_leaving
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg

_JOINING = 0x536E6171
"""Who joins waits for whoever joins: two shops that have the same products must not both make them."""
_LOST = (
    "id IN (SELECT edit_id FROM edit_changes WHERE field = ? AND product_id IN"
    " (SELECT product_id FROM hub_movements WHERE taken_off IS NOT NULL))"
)
"""Merges whose stock went over by what is forgotten on leaving: an undo could not bring it back."""
_KEPT = (
    "hub_state", "outbox", "hub_products", "hub_fields", "hub_tags", "hub_photos", "hub_movements",
    "hub_stock", "hub_files", "hub_waiting", "hub_overridden", "hub_vectors",
)  # fmt: skip


def join(
    shop: Shop,
    connection: "psycopg.Connection",
    url: str,
    store: str,
    progress: ReportProgress = ignore_progress,
    *,
    hold: Hold = Hold.ALL,
) -> int:
    """Join the hub at ``connection`` as ``store``, or as one more till of it; and tell it what there is, in
    as many changes as are returned.

    Args:
        url: how the hub is reached, without a password; it is kept in the catalog.
        hold: what the first round is to fetch; noted together with the joining, so that nothing cuts it off.

    Raises:
        KnownError: the shop can only be read, or has joined a hub already; the hub is away or refuses.
        Cancelled: ``progress`` asked to stop; the shop has not joined then, or only has to send what is left.
    """
    shop.require_writable()
    present = membership(shop.catalog)
    if present is not None:
        raise KnownError(
            message("core", "This shop has joined a hub already, as {store}: leave that first."),
            store=present.store,
        )
    store, till = clean_line(store), uuid.uuid4()
    if not store:
        raise KnownError(message("core", "A store needs a name: say which one this is."))
    hub = enter_till(connection, till, store)
    connection.execute("SELECT pg_advisory_lock(%s)", [_JOINING])
    try:
        known = NOTHING_KNOWN if _is_empty(shop.catalog) else at_hub(connection, store)
        with shop.catalog.transaction() as db:
            if known is NOTHING_KNOWN and not _is_empty(shop.catalog):
                known = at_hub(connection, store)  # an import began meanwhile
            db.execute(
                "INSERT INTO hub_state"
                " (one, url, hub, store, till, joined, place, place_change, clock, applying, hold)"
                " VALUES (1, ?, ?, ?, ?, ?, 0, '', ?, 1, ?)",
                [url, str(hub), store, str(till), utc_now(), ticked(0), hold],
            )
            announce(shop.catalog, known, progress)
            begin_capture(db.conn)
            db.execute("UPDATE hub_state SET applying = 0")
        return send_changes(shop.catalog, connection, progress)
    finally:
        if not connection.closed:  # one that broke, or that nobody wants any more, holds no lock
            connection.execute("SELECT pg_advisory_unlock(%s)", [_JOINING])


def _is_empty(catalog: Catalog) -> bool:
    return catalog.db.execute("SELECT 1 FROM products LIMIT 1").fetchone() is None


def leave(shop: Shop, connection: "psycopg.Connection | None") -> None:
    """Be a shop on its own again: everything that is here stays.

    Args:
        connection: to tell the hub; None to leave one that is away for good. What waits to be sent stays
            unsent then, and here.

    Raises:
        KnownError: it has joined none, or changes wait that the hub does not take.
    """
    shop.require_writable()
    present = require_membership(shop.catalog)
    if connection is not None:
        send_changes(shop.catalog, connection)
        if waiting_changes(shop.catalog):
            raise KnownError(message("core", "Changes were made meanwhile: leave once more."))
        tell_leaving(connection, uuid.UUID(present.till))
    forget_hub(shop.catalog)


def steps_lost(catalog: Catalog) -> int:
    """How many steps, merges made while the shop was joined, cannot be taken back any more after leaving."""
    ((count,),) = catalog.db.execute(
        f"SELECT count(*) FROM edits WHERE {_LOST}",  # noqa: S608  (ours)
        [Field.MERGED],
    ).fetchall()
    return int(count)


def forget_hub(catalog: Catalog) -> None:
    """Write down no changes any more, and forget what was kept for the hub."""
    with catalog.transaction() as db:
        end_capture(db.conn)
        db.execute(f"DELETE FROM edits WHERE {_LOST}", [Field.MERGED])  # noqa: S608  (ours)
        for table in _KEPT:
            db.execute(f"DELETE FROM {table}")  # noqa: S608  (ours)
