"""Tags: given, taken, renamed and merged in bulk, each as one operation that can be undone."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.tags.tag_names import clean_tag
from core.errors import KnownError
from core.messages import message


class TagOperationKind(StrEnum):
    """What can be done to tags."""

    ADD = "add"
    REMOVE = "remove"
    RENAME = "rename"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class TagOperation:
    """One thing that was done to tags.

    Attributes:
        new_tag: what a renamed or merged tag became; "" otherwise.
        products: how many products it changed.
        undone: when it was undone, ISO 8601 UTC; None if it stands.
    """

    id: int
    kind: TagOperationKind
    tag: str
    new_tag: str
    who: str
    done: str
    undone: str | None
    products: int


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag, how many live products have it, and how many archived ones besides."""

    tag: str
    products: int
    archived: int = 0


_Change = tuple[int, str, bool]  # product id, tag, gained


def add_tag(catalog: Catalog, product_ids: Iterable[int], tag: str, *, who: str) -> TagOperation:
    """Give ``tag`` to those of the products that lack it."""
    name = clean_tag(tag)
    with catalog.transaction():
        rows = catalog.db.execute(
            "SELECT id FROM products WHERE id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM product_tags WHERE product_id = products.id AND tag = ?)",
            [_json(product_ids), name],
        ).fetchall()
        return _apply(catalog, TagOperationKind.ADD, name, "", who, [(row[0], name, True) for row in rows])


def remove_tag(
    catalog: Catalog, tag: str, product_ids: Iterable[int] | None = None, *, who: str
) -> TagOperation:
    """Take ``tag`` from the products, or from all that have it."""
    name = clean_tag(tag)
    with catalog.transaction():
        among = None if product_ids is None else {int(product_id) for product_id in product_ids}
        changes = [
            (product_id, spelling, False)
            for product_id, spelling in _bearers(catalog, name)
            if among is None or product_id in among
        ]
        return _apply(catalog, TagOperationKind.REMOVE, name, "", who, changes)


def rename_tag(catalog: Catalog, tag: str, new_tag: str, *, who: str) -> TagOperation:
    """Call ``tag`` ``new_tag`` on every product that has it.

    Raises:
        KnownError: another tag is called so already, or no product has ``tag``.
    """
    old, new = clean_tag(tag), clean_tag(new_tag)
    with catalog.transaction():
        if old.casefold() != new.casefold() and _bearers(catalog, new):
            raise KnownError(
                message("core", "There is a tag “{tag}” already: choose another name, or merge the two."),
                tag=new,
            )
        changes = [
            change
            for product_id, spelling in _existing(catalog, old)
            if spelling != new
            for change in ((product_id, spelling, False), (product_id, new, True))
        ]
        return _apply(catalog, TagOperationKind.RENAME, old, new, who, changes)


def merge_tags(catalog: Catalog, tag: str, into: str, *, who: str) -> TagOperation:
    """Make ``tag`` part of the tag ``into``: its products have that one instead.

    Raises:
        KnownError: no product has ``tag``, or both are the same.
    """
    old, new = clean_tag(tag), clean_tag(into)
    if old.casefold() == new.casefold():
        raise KnownError(
            message("core", "“{tag}” cannot be merged with itself: choose another tag."), tag=old
        )
    with catalog.transaction():
        bearers = _existing(catalog, old)
        have = {product_id for product_id, _ in _bearers(catalog, new)}
        changes: list[_Change] = [(product_id, spelling, False) for product_id, spelling in bearers]
        changes += [(product_id, new, True) for product_id, _ in bearers if product_id not in have]
        return _apply(catalog, TagOperationKind.MERGE, old, new, who, changes)


def undo_tag_operation(catalog: Catalog, operation_id: int) -> TagOperation:
    """Take back what an operation changed; what was changed again since stays.

    Raises:
        KnownError: there is no such operation, or it was undone before.
    """
    with catalog.transaction() as db:
        operation = _operation(catalog, operation_id)
        if operation.undone is not None:
            raise KnownError(message("core", "This was undone already: reload the list."))
        rows = db.execute(
            "SELECT product_id, tag, gained FROM tag_changes WHERE operation_id = ?", [operation_id]
        ).fetchall()
        _write(catalog, [(product_id, tag, not gained) for product_id, tag, gained in rows])
        db.execute("UPDATE tag_operations SET undone = ? WHERE id = ?", [utc_now(), operation_id])
        return _operation(catalog, operation_id)


def tag_operations(catalog: Catalog, limit: int = 100) -> list[TagOperation]:
    """The latest operations, newest first."""
    return _operations(catalog, "ORDER BY id DESC LIMIT ?", limit)


def tag_counts(catalog: Catalog, *, also_archived: bool = False) -> list[TagCount]:
    """All tags of live products, by name; with ``also_archived`` those too that only archived ones have."""
    rows = catalog.db.execute(
        "SELECT min(tag), sum(NOT is_archived) AS live, sum(is_archived) FROM (SELECT tag, product_id IN"
        " (SELECT id FROM products WHERE archived = 1) AS is_archived FROM product_tags)"
        " GROUP BY tag HAVING live OR ? ORDER BY tag",
        [also_archived],
    ).fetchall()
    return [TagCount(*row) for row in rows]


def _bearers(catalog: Catalog, tag: str) -> list[tuple[int, str]]:
    """Who has the tag, and in which upper and lower case."""
    return catalog.db.execute("SELECT product_id, tag FROM product_tags WHERE tag = ?", [tag]).fetchall()


def _existing(catalog: Catalog, tag: str) -> list[tuple[int, str]]:
    bearers = _bearers(catalog, tag)
    if not bearers:
        raise KnownError(message("core", "No product has the tag “{tag}”: reload the list."), tag=tag)
    return bearers


def _apply(
    catalog: Catalog, kind: TagOperationKind, tag: str, new_tag: str, who: str, changes: Sequence[_Change]
) -> TagOperation:
    connection = catalog.db.conn
    cursor = connection.execute(
        "INSERT INTO tag_operations (kind, tag, new_tag, who, done) VALUES (?, ?, ?, ?, ?)",
        [kind, tag, new_tag, who, utc_now()],
    )
    operation_id = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO tag_changes (operation_id, product_id, tag, gained) VALUES (?, ?, ?, ?)",
        ((operation_id, *change) for change in changes),
    )
    _write(catalog, changes)
    return _operation(catalog, operation_id)


def _write(catalog: Catalog, changes: Sequence[_Change]) -> None:
    connection = catalog.db.conn
    # What is lost first: a tag that only changes its case is the same to the database.
    connection.executemany(
        "DELETE FROM product_tags WHERE product_id = ? AND tag = ? COLLATE BINARY",
        [(product_id, tag) for product_id, tag, gained in changes if not gained],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO product_tags (product_id, tag) VALUES (?, ?)",
        [(product_id, tag) for product_id, tag, gained in changes if gained],
    )


def _operation(catalog: Catalog, operation_id: int) -> TagOperation:
    found = _operations(catalog, "WHERE id = ?", operation_id)
    if not found:
        raise KnownError(message("core", "There is no such change of tags: reload the list."))
    return found[0]


def _operations(catalog: Catalog, clause: str, value: int) -> list[TagOperation]:
    rows = catalog.db.execute(
        "SELECT id, kind, tag, new_tag, who, done, undone, (SELECT count(DISTINCT product_id)"  # noqa: S608
        f" FROM tag_changes WHERE operation_id = tag_operations.id) FROM tag_operations {clause}",
        [value],
    ).fetchall()
    return [TagOperation(row[0], TagOperationKind(row[1]), *row[2:]) for row in rows]


def _json(product_ids: Iterable[int]) -> str:
    return json.dumps([int(product_id) for product_id in product_ids])
