"""Edits of products that can be undone and done again, however long ago and in whichever session.

An edit is what a person did at once, to one product or to a thousand, and is undone as one. The log of
edits is part of the catalog, so undo outlives the program. What somebody else changed since is never
overwritten by an undo: it stays, and the undo says so. Stock is the exception that is none: an undo books
the opposite movement, so that sales in between still count.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.barcodes import barcode_problem, clean_barcode
from core.catalog.clean_text import clean_line, clean_text
from core.catalog.clock import utc_now
from core.catalog.database import Catalog
from core.catalog.product_fields import (
    Field,
    JsonValue,
    PhotoState,
    photo_states,
    photo_values,
    read,
    write,
)
from core.catalog.products import Product, products_by_ids
from core.catalog.stock import Reason, move_stock, movement_by_id, undo_movement
from core.catalog.tag_names import clean_tag
from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report

KEPT_EDITS = 500
"""How many edits can be undone; older ones are forgotten, not their effect."""
_BATCH = 500
_STAGE = message("core", "Changing products")


class EditKind(StrEnum):
    """What an edit was, in the words of the person who made it."""

    CHANGE = "change"
    ADD = "add"
    ARCHIVE = "archive"
    RESTORE = "restore"
    PHOTOS = "photos"


@dataclass(frozen=True, slots=True)
class Price:
    """An amount in the currency's smallest unit, or no price (None)."""

    minor: int | None
    currency: str


@dataclass(frozen=True, slots=True)
class ProductChange:
    """What is to be different about a product; None leaves a field as it is.

    Attributes:
        stock: how many pieces there are; the difference is booked.
        stock_by: how many more (or fewer, below zero) there are; instead of ``stock``.
        tags: all tags that it is to have.
        photos: all photos that it is to have, in their order.
    """

    title: str | None = None
    description: str | None = None
    category: str | None = None
    brand: str | None = None
    barcode: str | None = None
    location: str | None = None
    price: Price | None = None
    stock: int | None = None
    stock_by: int | None = None
    tags: tuple[str, ...] | None = None
    archived: bool | None = None
    photos: tuple[PhotoState, ...] | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit.

    Attributes:
        undone: when it was undone, ISO 8601 UTC; None if it stands.
        products: how many products it changed.
        title: the product's title if it is one; "" otherwise.
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


@dataclass(frozen=True, slots=True)
class Turned:
    """What an undo or a redo did: ``kept`` values were changed by somebody since and stay as they are."""

    edit: Edit
    changed: int
    kept: int


def edit_products(
    catalog: Catalog,
    changes: Mapping[int, ProductChange],
    *,
    who: str,
    kind: EditKind = EditKind.CHANGE,
    reason: Reason = Reason.COUNT,
    note: str = "",
    progress: ReportProgress = ignore_progress,
) -> Edit | None:
    """Change products by their ids, all or none, as one edit.

    Args:
        reason, note: of the stock movements, where stock changes.

    Returns:
        The edit; None if everything is so already. Products that are gone are left out.

    Raises:
        KnownError: an empty title, a barcode or tag that cannot be right, a read-only catalog.
        Cancelled: ``progress`` asked to stop; nothing is changed then.
    """
    wanted = {product_id: _values(change) for product_id, change in changes.items()}
    with catalog.transaction() as db:
        cursor = db.execute("INSERT INTO edits (kind, who, done) VALUES (?, ?, ?)", [kind, who, utc_now()])
        edit_id = int(cursor.lastrowid or 0)
        changed = 0
        for done, (product, photos) in enumerate(_products(catalog, list(wanted), wanted)):
            if done % _BATCH == 0:
                report(progress, _STAGE, done, len(wanted))
            for field, value in wanted[product.id].items():
                changed += _change(catalog, edit_id, product, photos, field, value, who, reason, note)
        if not changed:
            db.execute("DELETE FROM edits WHERE id = ?", [edit_id])
            return None
        db.execute("DELETE FROM edits WHERE id <= ?", [edit_id - KEPT_EDITS])
        report(progress, _STAGE, len(wanted), len(wanted))
        return _edit(catalog, edit_id)


def log_addition(catalog: Catalog, product_id: int, *, who: str) -> Edit:
    """Note that a product was added just now, so that undo takes it off the shelf again.

    An undo archives it. Nothing is deleted: its number, its pictures and its stock movements stay known.
    """
    with catalog.transaction() as db:
        cursor = db.execute(
            "INSERT INTO edits (kind, who, done) VALUES (?, ?, ?)", [EditKind.ADD, who, utc_now()]
        )
        edit_id = int(cursor.lastrowid or 0)
        _log(catalog, edit_id, product_id, Field.ARCHIVED, True, False, None)
        return _edit(catalog, edit_id)


def next_undo(catalog: Catalog) -> Edit | None:
    """The edit that :func:`undo` would take back: the latest that stands."""
    row = catalog.db.execute("SELECT max(id) FROM edits WHERE undone IS NULL").fetchone()
    return None if row[0] is None else _edit(catalog, row[0])


def next_redo(catalog: Catalog) -> Edit | None:
    """The edit that :func:`redo` would do again; None once something new was edited."""
    row = catalog.db.execute(
        "SELECT min(id) FROM edits WHERE undone IS NOT NULL"
        " AND id > coalesce((SELECT max(id) FROM edits WHERE undone IS NULL), 0)"
    ).fetchone()
    return None if row[0] is None else _edit(catalog, row[0])


def undo(catalog: Catalog, *, who: str, progress: ReportProgress = ignore_progress) -> Turned:
    """Take the latest edit back.

    Raises:
        KnownError: there is none.
        Cancelled: ``progress`` asked to stop; nothing is changed then.
    """
    return _turn(catalog, who, progress, back=True)


def redo(catalog: Catalog, *, who: str, progress: ReportProgress = ignore_progress) -> Turned:
    """Do the edit again that was undone last; as :func:`undo`."""
    return _turn(catalog, who, progress, back=False)


def edits(catalog: Catalog, limit: int = 100) -> list[Edit]:
    """The latest edits, newest first."""
    rows = catalog.db.execute("SELECT id FROM edits ORDER BY id DESC LIMIT ?", [limit]).fetchall()
    return [_edit(catalog, row[0]) for row in rows]


def edited_products(catalog: Catalog, edit_id: int, limit: int = 1000) -> list[int]:
    """Ids of the products that an edit changed, ascending."""
    rows = catalog.db.execute(
        "SELECT DISTINCT product_id FROM edit_changes WHERE edit_id = ? ORDER BY product_id LIMIT ?",
        [edit_id, limit],
    ).fetchall()
    return [row[0] for row in rows]


def _values(change: ProductChange) -> dict[Field, JsonValue]:
    """What ``change`` says, cleaned; a relative stock is an ``{"by": n}``."""
    values: dict[Field, JsonValue] = {}
    for field in (Field.TITLE, Field.CATEGORY, Field.BRAND, Field.LOCATION):
        text: str | None = getattr(change, field.value)
        if text is not None:
            values[field] = clean_line(text)
    if values.get(Field.TITLE) == "":
        raise KnownError(message("core", "A product needs a title: enter one."))
    if change.description is not None:
        values[Field.DESCRIPTION] = clean_text(change.description)
    if change.barcode is not None:
        values[Field.BARCODE] = barcode = clean_barcode(change.barcode)
        problem = barcode_problem(barcode)
        if problem is not None:
            raise KnownError(problem.text, **problem.values)
    if change.price is not None:
        values[Field.PRICE] = [change.price.minor, change.price.currency]
    if change.stock is not None or change.stock_by is not None:
        values[Field.STOCK] = change.stock if change.stock_by is None else {"by": change.stock_by}
    if change.tags is not None:
        distinct = {tag.casefold(): tag for tag in map(clean_tag, reversed(change.tags))}
        values[Field.TAGS] = sorted(distinct.values(), key=str.casefold)
    if change.archived is not None:
        values[Field.ARCHIVED] = change.archived
    if change.photos is not None:
        values[Field.PHOTOS] = photo_values(change.photos)
    return values


def _products(
    catalog: Catalog, ids: Sequence[int], wanted: Mapping[int, Mapping[Field, JsonValue]]
) -> Iterator[tuple[Product, tuple[PhotoState, ...]]]:
    """Each product, with its photos where those are to change."""
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        photos = photo_states(catalog, [one for one in batch if Field.PHOTOS in wanted[one]])
        for product in products_by_ids(catalog, batch):
            yield product, photos.get(product.id, ())


def _change(
    catalog: Catalog,
    edit_id: int,
    product: Product,
    photos: tuple[PhotoState, ...],
    field: Field,
    value: JsonValue,
    who: str,
    reason: Reason,
    note: str,
) -> bool:
    before = read(product, photos, field)
    movement_id = None
    if field is Field.STOCK:
        quantity = value["by"] if isinstance(value, dict) else value - before
        if not quantity:
            return False
        movement_id = move_stock(catalog, product.id, quantity, who=who, reason=reason, note=note).id
        value = before + quantity
    elif _same(field, before, value) or not write(catalog, product.id, field, before, value):
        return False
    _log(catalog, edit_id, product.id, field, before, value, movement_id)
    return True


def _same(field: Field, before: JsonValue, after: JsonValue) -> bool:
    if field is Field.TAGS:
        return {tag.casefold() for tag in before} == {tag.casefold() for tag in after}
    return bool(before == after)


def _log(
    catalog: Catalog,
    edit_id: int,
    product_id: int,
    field: Field,
    before: JsonValue,
    after: JsonValue,
    movement_id: int | None,
) -> None:
    catalog.db.execute(
        "INSERT INTO edit_changes (edit_id, product_id, field, before, after, movement_id)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            edit_id, product_id, field, json.dumps(before, ensure_ascii=False),
            json.dumps(after, ensure_ascii=False), movement_id,
        ],
    )  # fmt: skip


def _turn(catalog: Catalog, who: str, progress: ReportProgress, *, back: bool) -> Turned:
    with catalog.transaction() as db:
        edit = next_undo(catalog) if back else next_redo(catalog)
        if edit is None:
            raise KnownError(
                message("core", "There is nothing to undo.")
                if back
                else message("core", "There is nothing to do again.")
            )
        rows = db.execute(
            "SELECT product_id, field, before, after, movement_id FROM edit_changes WHERE edit_id = ?",
            [edit.id],
        ).fetchall()
        changed = 0
        for done, (product_id, name, before, after, movement_id) in enumerate(rows):
            if done % _BATCH == 0:
                report(progress, _STAGE, done, len(rows))
            old, new = (after, before) if back else (before, after)
            if name == Field.STOCK:
                changed += _turn_stock(catalog, edit.id, product_id, movement_id, who, back=back)
            else:
                changed += write(catalog, product_id, Field(name), json.loads(old), json.loads(new))
        db.execute("UPDATE edits SET undone = ? WHERE id = ?", [utc_now() if back else None, edit.id])
        return Turned(_edit(catalog, edit.id), changed, len(rows) - changed)


def _turn_stock(
    catalog: Catalog, edit_id: int, product_id: int, movement_id: int, who: str, *, back: bool
) -> bool:
    """Book the opposite of a movement, or the same once more; False if that was done elsewhere."""
    movement = movement_by_id(catalog, movement_id)
    if movement is None or movement.undone == back:
        return False
    if back:
        undo_movement(catalog, movement_id, who=who)
        return True
    again = move_stock(
        catalog, product_id, movement.quantity, who=who, reason=movement.reason, note=movement.note
    )
    catalog.db.execute(
        "UPDATE edit_changes SET movement_id = ? WHERE edit_id = ? AND product_id = ? AND field = ?",
        [again.id, edit_id, product_id, Field.STOCK],
    )
    return True


def _edit(catalog: Catalog, edit_id: int) -> Edit:
    row = catalog.db.execute(
        "SELECT id, kind, who, done, undone FROM edits WHERE id = ?", [edit_id]
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
    return Edit(row[0], EditKind(row[1]), row[2], row[3], row[4], products, title, names)
