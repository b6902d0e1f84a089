"""Which hub a shop has joined, as its catalog keeps it."""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.messages import message


@dataclass(frozen=True, slots=True)
class Membership:
    """A shop's place at a hub.

    Attributes:
        url: how the hub is reached, without a password.
        hub: the hub's own id, a UUID.
        store: the store that the shop is, or is a till of.
        till: this till's id, a UUID.
        joined: when, ISO 8601 UTC.
        place: up to which of the hub's changes this till has read; 0 before the first.
        place_change: the id of the change there; "" before the first.
        reading: the last product that was read of what there is, "" before the first; None once all were.
        hold, holds: what it is to hold, and what it does hold (:class:`core.hub.holding.Hold`).
    """

    url: str
    hub: str
    store: str
    till: str
    joined: str
    place: int
    place_change: str
    reading: str | None
    hold: str
    holds: str


def membership(catalog: Catalog) -> Membership | None:
    """The hub that the shop has joined; None for a shop on its own."""
    row = catalog.db.execute(
        "SELECT url, hub, store, till, joined, place, place_change, reading, hold, holds FROM hub_state"
    ).fetchone()
    return None if row is None else Membership(*row)


def require_membership(catalog: Catalog) -> Membership:
    """The hub that the shop has joined.

    Raises:
        KnownError: it has joined none.
    """
    found = membership(catalog)
    if found is None:
        raise KnownError(message("core", "This shop has joined no hub: join one first."))
    return found


def waiting_changes(catalog: Catalog) -> int:
    """How many changes made here the hub has not acknowledged yet."""
    (count,) = catalog.db.execute("SELECT count(*) FROM outbox").fetchone()
    return int(count)
