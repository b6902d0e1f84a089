"""A batch of changes written into the catalog in one transaction, with the place up to which it was read.

Changes may come in any order and more than once. What is about something that is not known yet waits for it;
what no till of ours can have said is left out, by every till alike.
"""

import json
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field

from core.catalog.database.catalog import Catalog
from core.hub.change import Change, MalformedChangeError
from core.hub.membership import require_membership
from core.hub.merging.fields import apply_fields, settle_own
from core.hub.merging.known_products import known_product
from core.hub.merging.movements import apply_movement
from core.hub.merging.photos import apply_photo
from core.hub.merging.products import apply_deleted, apply_made
from core.hub.merging.tags import apply_tag


@dataclass(slots=True)
class Applied:
    """What a batch did.

    Attributes:
        changes: how many there were.
        malformed: the ids of those that were left out.
        shows: whether what the index of pictures shows may be another by now.
    """

    changes: int = 0
    malformed: list[str] = field(default_factory=list)
    shows: bool = False


def apply_changes(
    catalog: Catalog,
    changes: Sequence[Change],
    place: int,
    place_change: str,
    has_file: Callable[[str], bool],
) -> Applied:
    """Write ``changes`` into the catalog and note that the hub was read up to ``place``; all or nothing.

    Args:
        place, place_change: the number that the hub gave to the last change that it had, and that one's id.
        has_file: whether the stored photo with a hash lies in this shop.
    """
    applied = Applied(len(changes))
    with catalog.transaction() as db:
        store = require_membership(catalog).store
        db.execute("UPDATE hub_state SET applying = 1")
        # One's own is at the hub, even if its acknowledgement was cut off: others may have heard of it since.
        db.conn.executemany("DELETE FROM outbox WHERE id = ?", [(change.id,) for change in changes])
        clock = 0
        for change in changes:
            try:
                clock = max(clock, change.clock)
            except ValueError:
                applied.malformed.append(change.id)
                continue
            _apply(catalog, change, store, has_file, applied)
        db.execute(
            "UPDATE hub_state SET applying = 0, place = ?, place_change = ?, clock = max(clock, ?)",
            [place, place_change, clock],
        )
    return applied


def _apply(
    catalog: Catalog, change: Change, store: str, has_file: Callable[[str], bool], applied: Applied
) -> None:
    """Apply a change, and after it those that waited for it."""
    due = deque([change])
    while due:
        one = due.popleft()
        try:
            with catalog.db.atomic():  # one that turns out malformed leaves nothing behind
                awaited = _apply_one(catalog, one, store, has_file)
        except MalformedChangeError:
            applied.malformed.append(one.id)
            continue
        if awaited is not None:
            catalog.db.execute(
                "INSERT OR IGNORE INTO hub_waiting (id, awaited, change) VALUES (?, ?, ?)",
                [one.id, awaited, json.dumps(asdict(one))],
            )
            continue
        applied.shows |= one.kind in ("product", "deleted", "photo") or "archived" in one.body.get(
            "fields", ()
        )
        rows = catalog.db.execute(
            "DELETE FROM hub_waiting WHERE awaited IN (?, ?) RETURNING change", [one.id, one.key]
        ).fetchall()
        due.extend(sorted((Change(**json.loads(text)) for (text,) in rows), key=lambda found: found.id))


def _apply_one(catalog: Catalog, change: Change, store: str, has_file: Callable[[str], bool]) -> str | None:
    """Apply one change; what it has to wait for, if it cannot be yet."""
    if change.kind == "product":
        return apply_made(catalog, change, store)
    if change.kind == "deleted":
        apply_deleted(catalog, change)
        return None
    product = known_product(catalog, change.key)
    if product is None:
        return change.key
    if product.product_id is None:
        return None
    match change.kind:
        case "fields":
            awaited = apply_fields(catalog, product, change, store)
            settle_own(catalog, product, change)
            return awaited
        case "tag":
            apply_tag(catalog, product, change)
        case "photo":
            apply_photo(catalog, product, change, has_file)
        case "movement" if change.store == store:
            return apply_movement(catalog, product, change)
    return None  # of a newer version: it knows what that means
