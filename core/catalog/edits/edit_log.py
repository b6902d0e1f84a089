"""The log of edits: which there were, what each changed, and which one undo or redo would take.

The log is part of the catalog, so undo outlives the program. It is written by :mod:`core.catalog.edits.edits`
and
:mod:`core.catalog.edits.edit_undo`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.edits.product_fields import Field, JsonValue

_HASH = re.compile(r"[0-9a-f]{64}")

KEPT_EDITS = 500
"""How many edits can be undone; older ones are forgotten, not their effect."""


_as_json = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: an import asks for it twice a product."""


class EditKind(StrEnum):
    """What an edit was, in the words of the person who made it."""

    CHANGE = "change"
    ADD = "add"
    ARCHIVE = "archive"
    RESTORE = "restore"
    PHOTOS = "photos"
    IMPORT = "import"
    BOOKING = "booking"
    MERGE = "merge"
    DECISION = "decision"
    SALES = "sales"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit.

    Attributes:
        undone: when it was undone, ISO 8601 UTC; None if it stands.
        products: how many products it changed.
        title: the product's title if it is one; "" otherwise.
        about: the table or folder of an import, the file of sales, the key of the count of a booking; ""
            otherwise.
        fields: what it changed of them.
    """

    id: int
    kind: EditKind
    who: str
    done: str
    undone: str | None
    products: int
    title: str
    fields: tuple[Field, ...]
    about: str = ""


def next_undo(catalog: Catalog) -> Edit | None:
    """The edit that :func:`undo` would take back: the latest that stands."""
    row = catalog.db.execute("SELECT max(id) FROM edits WHERE undone IS NULL").fetchone()
    return None if row[0] is None else edit_by_id(catalog, row[0])


def next_redo(catalog: Catalog) -> Edit | None:
    """The edit that :func:`redo` would do again; None once something new was edited."""
    row = catalog.db.execute(
        "SELECT min(id) FROM edits WHERE undone IS NOT NULL"
        " AND id > coalesce((SELECT max(id) FROM edits WHERE undone IS NULL), 0)"
    ).fetchone()
    return None if row[0] is None else edit_by_id(catalog, row[0])


def steps(catalog: Catalog, limit: int = 20) -> list[Edit]:
    """The latest edits, newest first, those that were undone among them."""
    rows = catalog.db.execute("SELECT id FROM edits ORDER BY id DESC LIMIT ?", [limit]).fetchall()
    return [edit_by_id(catalog, edit_id) for (edit_id,) in rows]


def edit_by_id(catalog: Catalog, edit_id: int) -> Edit:
    """The edit with this key, which there must be."""
    row = catalog.db.execute(
        "SELECT id, kind, who, done, undone, about FROM edits WHERE id = ?", [edit_id]
    ).fetchone()
    products, only = catalog.db.execute(
        "SELECT count(DISTINCT product_id), min(product_id) FROM edit_changes WHERE edit_id = ?", [edit_id]
    ).fetchone()
    fields = catalog.db.execute(
        "SELECT DISTINCT field FROM edit_changes WHERE edit_id = ? ORDER BY field", [edit_id]
    ).fetchall()
    title = ""
    if products == 1:
        found = catalog.db.execute("SELECT title FROM products WHERE id = ?", [only]).fetchone()
        title = found[0] if found else ""
    names = tuple(Field(name) for (name,) in fields)
    return Edit(row[0], EditKind(row[1]), row[2], row[3], row[4], products, title, names, row[5])


def begin_edit(catalog: Catalog, kind: EditKind, who: str, *, about: str = "") -> int:
    """The key of a new edit, of which nothing is known yet; inside the caller's transaction."""
    cursor = catalog.db.execute(
        "INSERT INTO edits (kind, who, done, about) VALUES (?, ?, ?, ?)", [kind, who, utc_now(), about]
    )
    return int(cursor.lastrowid or 0)


def forget_old_edits(catalog: Catalog, newest: int) -> None:
    """Forget the edits that are too old to be undone, and those that ``newest`` was made instead of."""
    catalog.db.execute(
        "DELETE FROM edits WHERE id <= ? OR (undone IS NOT NULL AND id < ?)", [newest - KEPT_EDITS, newest]
    )


def forget_steps(catalog: Catalog) -> None:
    """Forget every step: what there is now is where the shop begins, as the demo shop does."""
    with catalog.transaction() as db:
        db.execute("DELETE FROM edits")


def log_change(
    catalog: Catalog,
    edit_id: int,
    product_id: int,
    field: Field,
    before: JsonValue,
    after: JsonValue,
    movement_id: int | None,
) -> None:
    """Note what an edit did to one field; ``movement_id`` where that was the stock."""
    catalog.db.execute(
        "INSERT INTO edit_changes (edit_id, product_id, field, before, after, movement_id)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            edit_id, product_id, field, _as_json(before), _as_json(after), movement_id,
        ],
    )  # fmt: skip


def hashes_in_edits(catalog: Catalog, product_ids: Iterable[int] | None = None) -> set[str]:
    """The photos that the log names, whose files an undo or a redo may want: of some products, or all.

    Those of an import stand in all that it knew of a product; what else looks like a hash does no harm.
    """
    whose = "" if product_ids is None else " AND product_id IN (SELECT value FROM json_each(?))"
    cursor = catalog.db.execute(
        f"SELECT before || after FROM edit_changes WHERE field IN (?, ?){whose}",  # noqa: S608
        [Field.PHOTOS, Field.PRODUCT, *([] if product_ids is None else [json.dumps(list(product_ids))])],
    )
    return {sha256 for (text,) in cursor for sha256 in _HASH.findall(text)}


def put_copies_in_edits(catalog: Catalog, copies: Mapping[str, str]) -> None:
    """Let the log name other photos instead of some, by their hashes, inside a transaction.

    An edit that did nothing but put them there is none any more.
    """
    rows = catalog.db.execute(
        "SELECT edit_id, product_id, field, before, after FROM edit_changes WHERE field IN (?, ?, ?)",
        [Field.PHOTOS, Field.PRODUCT, Field.DECISION],
    )
    changed = [
        (new_before, new_after, *key)
        for *key, before, after in rows.fetchall()
        if (new_before := _with(copies, before), new_after := _with(copies, after)) != (before, after)
    ]
    catalog.db.conn.executemany(
        "UPDATE edit_changes SET before = ?, after = ? WHERE edit_id = ? AND product_id = ? AND field = ?",
        changed,
    )
    idle = "field = ? AND before = after"
    edits = catalog.db.execute(f"SELECT DISTINCT edit_id FROM edit_changes WHERE {idle}", [Field.PHOTOS])  # noqa: S608
    touched = json.dumps([edit_id for (edit_id,) in edits.fetchall()])
    catalog.db.execute(f"DELETE FROM edit_changes WHERE {idle}", [Field.PHOTOS])  # noqa: S608
    catalog.db.execute(
        "DELETE FROM edits WHERE id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM edit_changes WHERE edit_id = edits.id)",
        [touched],
    )


def _with(copies: Mapping[str, str], text: str) -> str:
    return _HASH.sub(lambda found: copies.get(found[0], found[0]), text)
