"""Takes back the last step of a shop: an import, one of sales, the booking of a count, or
an edit; each as a whole.

The steps stand in the catalog, so that this works days later and from another program. What was changed
since by other ways is never overwritten: it is left, and named.
"""

from dataclasses import replace

from core.catalog.clock import utc_now
from core.catalog.edits.edit_log import Edit, EditKind, next_undo
from core.catalog.edits.edit_undo import Turned
from core.errors import KnownError
from core.ingest.shop_edits import undo_edit
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.sales.taking_back import take_back_sales
from core.shop.shop import Shop
from core.stocktake.booking import bring_back
from core.stocktake.stocktake import stocktake_by_id


def undo_step(
    shop: Shop, *, who: str, progress: ReportProgress = ignore_progress, only: int | None = None
) -> Turned:
    """Take the last step back. After a booking its count is under way again.

    Args:
        only: the step's key, for whoever means this one and no other.

    Raises:
        KnownError: there is none, it is another one than ``only``, the shop can only be read, or another
            count is under way.
        Cancelled: ``progress`` asked to stop; nothing is changed then.
    """
    edit = next_undo(shop.catalog)
    if only is not None and (edit is None or edit.id != only):
        raise KnownError(
            message(
                "core", "Something else was done in this shop since: take that back first, in the catalog."
            )
        )
    if edit is not None and edit.kind is EditKind.BOOKING:
        bring_back(shop, stocktake_by_id(shop, int(edit.about)), who=who)
        return _turned(edit)
    if edit is not None and edit.kind is EditKind.SALES:
        take_back_sales(shop, edit, who=who)
        return _turned(edit)
    return undo_edit(shop, who=who, progress=progress)


def _turned(edit: Edit) -> Turned:
    return Turned(replace(edit, undone=utc_now()), edit.products, 0)
