"""One product of an import, taken back or done again; exactly, or not at all.

A product that the import made is taken out of the shop, with its photos, its stock and its movements: unless
somebody has changed it since, sold it, counted it or said that a picture shows it. One that it changed gets
back what it had, unless something of that was changed since; sales in between still count, for the stock
goes back by an opposite movement.
"""

from core.catalog.database.catalog import Catalog
from core.catalog.edits.deletion import take_out
from core.catalog.edits.product_state import (
    STOCK,
    UNIT,
    State,
    bring_back,
    has_tags,
    make_again,
    state_of,
    states_by_skus,
    still_has,
)
from core.catalog.stock import (
    Reason,
    book_again,
    booked_stock,
    movement_by_id,
    set_stock,
    stock_of,
    undo_movement,
    unit_of,
)
from core.quantities.quantity import NOTHING
from core.quantities.units import has_decimals

_NO_USE = frozenset({"photos", "product_tags", "product_codes", "stock_movements", "product_text"})
"""Tables whose rows are part of a product, not a use of it."""


def take_back(
    catalog: Catalog, product_id: int, before: State | None, after: State, movement_id: int | None, who: str
) -> bool:
    """Undo what an import did to one product; False if it was changed since and stays as it is."""
    now = state_of(catalog, product_id)
    if now is None:
        return False
    if before is None:
        if not _is_as_made(now, after) or _is_used(catalog, product_id, movement_id):
            return False
        take_out(catalog, [product_id])
        return True
    if not still_has(now, after) or not has_tags(now, after, before):
        return False
    movement = None
    if movement_id is not None:
        movement = movement_by_id(catalog, movement_id)
        if movement is None or movement.undone:
            return False
    booked = booked_stock(catalog, product_id) - (NOTHING if movement is None else movement.quantity)
    if not booked.is_whole and not has_decimals(unit_of(str(before.get(UNIT, now[UNIT])))):
        return False  # there would be a part of a piece
    if movement is not None:
        undo_movement(catalog, movement.id, who=who)
    bring_back(catalog, product_id, after, before)
    return True


def do_again(
    catalog: Catalog, product_id: int, before: State | None, after: State, movement_id: int | None, who: str
) -> tuple[bool, int | None]:
    """Do it once more; whether it could be, and the stock movement that this booked."""
    now = state_of(catalog, product_id)
    if before is None:
        if now is not None or states_by_skus(catalog, [after["sku"]]):
            return False, None
        make_again(catalog, product_id, after)
        stock = stock_of(after[STOCK])
        if stock is None:
            return True, None
        return True, set_stock(catalog, product_id, stock, who=who, reason=Reason.IMPORT).id
    if now is None or not still_has(now, before) or not has_tags(now, before, after):
        return False, None
    bring_back(catalog, product_id, before, after)
    movement = None if movement_id is None else movement_by_id(catalog, movement_id)
    return True, None if movement is None else book_again(catalog, movement, who=who).id


def _is_as_made(now: State, made: State) -> bool:
    """Whether nobody has changed the product; what an import of an older program knew nothing of is empty."""
    return all(made[name] == value if name in made else not value for name, value in now.items())


def _is_used(catalog: Catalog, product_id: int, movement_id: int | None) -> bool:
    """Whether anything but the import speaks of the product: a sale, a count, a clerk's word, a tag's log."""
    moved = catalog.db.execute(
        "SELECT 1 FROM stock_movements AS one WHERE product_id = ? AND id IS NOT ? AND undo_of IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM stock_movements AS later WHERE later.undo_of = one.id)",
        [product_id, movement_id],
    ).fetchone()
    return moved is not None or any(
        catalog.db.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", [product_id]).fetchone()  # noqa: S608
        for table, column in _uses(catalog)
    )


def _uses(catalog: Catalog) -> list[tuple[str, str]]:
    """Tables and columns that name a product and would go with it, or lose what was sold of it."""
    rows = catalog.db.execute(
        'SELECT tables.name, keys."from" FROM pragma_table_list AS tables'
        " JOIN pragma_foreign_key_list(tables.name) AS keys"
        " WHERE tables.schema = 'main' AND keys.\"table\" = 'products'"
        " AND (keys.on_delete <> 'SET NULL' OR tables.name = 'receipt_lines')"
    ).fetchall()
    return [(table, column) for table, column in rows if table not in _NO_USE]
