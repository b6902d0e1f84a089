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
from core.catalog.edits.product_fields import Field, write
from core.catalog.stock import move_stock, movement_by_id, undo_movement
from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report


@dataclass(frozen=True, slots=True)
class Turned:
    """What an undo or a redo did: ``kept`` values were changed by somebody since and stay as they are."""

    edit: Edit
    changed: int
    kept: int


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
            if done % BATCH == 0:
                report(progress, STAGE, done, len(rows))
            old, new = (after, before) if back else (before, after)
            if name == Field.STOCK:
                changed += _turn_stock(catalog, edit.id, product_id, movement_id, who, back=back)
            else:
                changed += write(catalog, product_id, Field(name), json.loads(old), json.loads(new))
        db.execute("UPDATE edits SET undone = ? WHERE id = ?", [utc_now() if back else None, edit.id])
        return Turned(edit_by_id(catalog, edit.id), changed, len(rows) - changed)


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
