"""Edits of products that can be undone and done again, however long ago and in whichever session.

An edit is what a person did at once, to one product or to a thousand, and is undone as one
(:mod:`core.catalog.edits.edit_undo`).
"""

from collections.abc import Iterator, Mapping, Sequence

from core.catalog.database.catalog import Catalog
from core.catalog.edits.edit_log import Edit, EditKind, begin_edit, edit_by_id, forget_old_edits, log_change
from core.catalog.edits.product_change import ProductChange, cleaned_values
from core.catalog.edits.product_fields import (
    Field,
    JsonValue,
    PhotoState,
    may_be_counted_in,
    photo_states,
    read,
    write,
)
from core.catalog.products.products import Product, products_by_ids
from core.catalog.stock import Reason, move_stock, set_stock, stock_of
from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.quantities.quantity import Quantity

BATCH = 500
"""After so many products an edit says how far it is."""
STAGE = message("core", "Changing products")


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
    wanted = {product_id: cleaned_values(change) for product_id, change in changes.items()}
    with catalog.transaction() as db:
        edit_id = begin_edit(catalog, kind, who)
        changed = 0
        for done, (product, photos) in enumerate(_products(catalog, list(wanted), wanted)):
            if done % BATCH == 0:
                report(progress, STAGE, done, len(wanted))
            for field, value in wanted[product.id].items():
                changed += _change(catalog, edit_id, product, photos, field, value, who, reason, note)
        if not changed:
            db.execute("DELETE FROM edits WHERE id = ?", [edit_id])
            return None
        forget_old_edits(catalog, edit_id)
        report(progress, STAGE, len(wanted), len(wanted))
        return edit_by_id(catalog, edit_id)


def log_addition(catalog: Catalog, product_id: int, *, who: str) -> Edit:
    """Note that a product was added just now, so that undo takes it off the shelf again.

    An undo archives it. Nothing is deleted: its number, its pictures and its stock movements stay known.
    """
    with catalog.transaction():
        edit_id = begin_edit(catalog, EditKind.ADD, who)
        log_change(catalog, edit_id, product_id, Field.ARCHIVED, True, False, None)
        forget_old_edits(catalog, edit_id)
        return edit_by_id(catalog, edit_id)


def _products(
    catalog: Catalog, ids: Sequence[int], wanted: Mapping[int, Mapping[Field, JsonValue]]
) -> Iterator[tuple[Product, tuple[PhotoState, ...]]]:
    """Each product, with its photos where those are to change."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
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
        if value == before or value == {"by": 0}:
            return False
        if isinstance(value, dict):
            movement = move_stock(
                catalog, product.id, Quantity(value["by"]), who=who, reason=reason, note=note
            )
            value = None if before is None else before + value["by"]
        else:
            movement = set_stock(catalog, product.id, stock_of(value), who=who, reason=reason, note=note)
        movement_id = movement.id
    elif field is Field.UNIT and not may_be_counted_in(catalog, product.id, value):
        raise KnownError(
            message("core", "There is a part of a piece of {product} in stock: correct its stock first."),
            product=product.title,
        )
    elif _same(field, before, value) or not write(catalog, product.id, field, before, value):
        return False
    log_change(catalog, edit_id, product.id, field, before, value, movement_id)
    return True


def _same(field: Field, before: JsonValue, after: JsonValue) -> bool:
    if field is Field.TAGS:
        return {tag.casefold() for tag in before} == {tag.casefold() for tag in after}
    return bool(before == after)
