"""Changes that came from the hub are written into an open shop, and what that did is gathered."""

from dataclasses import dataclass, field
from typing import Any

from core.hub.change import Change
from core.hub.left_behind import LeftBehind, note_left
from core.hub.membership import Membership
from core.hub.merging.applying import apply_changes
from core.shop.shop import Shop

COLUMNS = "seq, id::text, kind, key, store, body, till::text"
"""Of ``changes``, in a row that can be written."""
Row = tuple[Any, ...]


@dataclass(slots=True)
class Received:
    """What came.

    Attributes:
        changes: how many, without those of this till.
        malformed: the ids of those that were left out as no till of ours makes them.
        shows: whether what searches find may be another by now.
        left: what products had that were deleted; its files are the caller's to delete.
    """

    changes: int = 0
    malformed: set[str] = field(default_factory=set)
    shows: bool = False
    left: LeftBehind = field(default_factory=LeftBehind)


def write_changes(
    shop: Shop, joined: Membership, rows: list[Row], place: int, place_change: str, received: Received
) -> list[str]:
    """Write ``rows`` of :data:`COLUMNS`, with the place up to which the hub was read.

    Returns:
        The ids of those that were left out as no till of ours makes them.
    """
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
    received.malformed.update(applied.malformed)
    received.shows |= applied.shows
    return applied.malformed
