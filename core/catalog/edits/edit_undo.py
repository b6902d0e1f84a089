"""The latest edit undone, or done again.

What somebody else changed since is never overwritten: it stays, and the undo says so. Stock is the exception
that is none: an undo books the opposite movement, so that sales in between still count.
"""

import json
from dataclasses import dataclass

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.edits.edit_log import Edit, edit_by_id, next_redo, next_undo
from core.catalog.edits.edits import BATCH, STAGE
from core.catalog.edits.import_undo import do_again, take_back
from core.catalog.edits.product_fields import Field, JsonValue, write
from core.catalog.stock import book_again, movement_by_id, set_stock, stock_of, undo_movement
from core.errors import KnownError
from core.messages import message
from core.plain_text import plain_line
from core.progress import ReportProgress, ignore_progress, report


@dataclass(frozen=True, slots=True)
class LeftProduct:
    """A product of which an undo left something as it is, because it was changed since."""

    sku: str
    title: str


@dataclass(frozen=True, slots=True)
class Turned:
    """What an undo or a redo did.

    Attributes:
        changed: how many values (of an import: products) were turned.
        kept: how many were changed by somebody since and stay as they are.
        left: the products of these, in the order of their SKUs.
    """

    edit: Edit
    changed: int
    kept: int
    left: tuple[LeftProduct, ...] = ()


def undo(catalog: Catalog, *, who: str, progress: ReportProgress = ignore_progress) -> Turned:
    """Take the latest edit back.

    Raises:
        KnownError: there is none, or it is an import that is under way.
        Cancelled: ``progress`` asked to stop; nothing is changed then.
    """
    return _turn(catalog, who, progress, back=True)


def redo(catalog: Catalog, *, who: str, progress: ReportProgress = ignore_progress) -> Turned:
    """Do the edit again that was undone last; as :func:`undo`."""
    return _turn(catalog, who, progress, back=False)


def _turn(catalog: Catalog, who: str, progress: ReportProgress, *, back: bool) -> Turned:
    with catalog.transaction() as db:
        edit = next_undo(catalog) if back else next_redo(catalog)
        if edit is None:
            raise KnownError(
                message("core", "There is nothing to undo.")
                if back
                else message("core", "There is nothing to redo.")
            )
        if edit.id in catalog.unfinished_edits:
            raise KnownError(message("core", "An import is under way. It can be undone once it has ended."))
        rows = db.execute(
            "SELECT product_id, field, before, after, movement_id FROM edit_changes WHERE edit_id = ?",
            [edit.id],
        ).fetchall()
        # A unit comes before the stock that is counted in it, and goes after it.
        rows.sort(key=lambda row: (row[1] == Field.UNIT) is back)
        kept: list[int] = []
        for done, (product_id, name, *values, movement_id) in enumerate(rows):
            if done % BATCH == 0:
                report(progress, STAGE, done, len(rows))
            before, after = map(json.loads, values)
            field = Field(name)
            if field is Field.STOCK:
                turned = _turn_stock(catalog, edit.id, product_id, after, movement_id, who, back=back)
            elif field is Field.PRODUCT:
                turned = _turn_product(
                    catalog, edit.id, product_id, before, after, movement_id, who, back=back
                )
            else:
                old, new = (after, before) if back else (before, after)
                turned = write(catalog, product_id, field, old, new)
            if not turned:
                kept.append(product_id)
        db.execute("UPDATE edits SET undone = ? WHERE id = ?", [utc_now() if back else None, edit.id])
        return Turned(edit_by_id(catalog, edit.id), len(rows) - len(kept), len(kept), _left(catalog, kept))


def _turn_product(
    catalog: Catalog,
    edit_id: int,
    product_id: int,
    before: JsonValue,
    after: JsonValue,
    movement_id: int | None,
    who: str,
    *,
    back: bool,
) -> bool:
    """Take back what an import did to a product, or do it again; False if it was changed since."""
    if back:
        return take_back(catalog, product_id, before, after, movement_id, who)
    is_done, booked = do_again(catalog, product_id, before, after, movement_id, who)
    _note_movement(catalog, edit_id, product_id, Field.PRODUCT, booked)
    return is_done


def _turn_stock(
    catalog: Catalog,
    edit_id: int,
    product_id: int,
    stock: JsonValue,
    movement_id: int | None,
    who: str,
    *,
    back: bool,
) -> bool:
    """Book the opposite of a movement, or the same once more; False if that was done elsewhere.

    The movement is gone where the undo of an import took the product itself out, and it is there again: then
    its stock becomes what the edit made of it.
    """
    movement = None if movement_id is None else movement_by_id(catalog, movement_id)
    if movement is not None and movement.undone == back:
        return False
    if back:
        if movement is None:
            return False
        undo_movement(catalog, movement.id, who=who)
        return True
    again = (
        set_stock(catalog, product_id, stock_of(stock), who=who)
        if movement is None
        else book_again(catalog, movement, who=who)
    )
    _note_movement(catalog, edit_id, product_id, Field.STOCK, again.id)
    return True


def _note_movement(
    catalog: Catalog, edit_id: int, product_id: int, field: Field, movement_id: int | None
) -> None:
    catalog.db.execute(
        "UPDATE edit_changes SET movement_id = ? WHERE edit_id = ? AND product_id = ? AND field = ?",
        [movement_id, edit_id, product_id, field],
    )


def _left(catalog: Catalog, product_ids: list[int]) -> tuple[LeftProduct, ...]:
    rows = catalog.db.execute(
        "SELECT sku, title FROM products WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sku",
        [json.dumps(product_ids)],
    ).fetchall()
    return tuple(LeftProduct(*map(plain_line, row)) for row in rows)
