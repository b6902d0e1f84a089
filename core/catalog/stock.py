"""Stock: a ledger of movements, written once and never changed; what is in stock is their sum.

A sum means something only once somebody said how much there is: until then a product is not counted, and its
stock is None. A movement says it (a count, an import), takes it back (nobody knows any more), or says nothing
of the kind (a sale); the latest that was not undone holds. What is sold of a product that was not counted is
in the ledger all the same.

An undo is a movement too, the opposite one. A trigger keeps ``products.stock_milli`` equal to the sum, so
that a list of products needs no adding up; ``check`` compares the two.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.many_rows import insert_rows
from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import LARGEST, NOTHING, Quantity, whole
from core.quantities.units import Unit, has_decimals


class Reason(StrEnum):
    """Why stock moved."""

    IMPORT = "import"
    COUNT = "count"
    SALE = "sale"
    DELIVERY = "delivery"
    RETURN = "return"
    LOSS = "loss"
    CORRECTION = "correction"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Movement:
    """One change of one product's stock: ``quantity`` more (or less, below zero).

    Attributes:
        counted: True if it says that the stock is known from here on, False that it is not known any more;
            None if it says nothing of it.
        moved: when, ISO 8601 UTC.
        undo_of: the movement that this one takes back.
        undone: True if a later movement took this one back.
    """

    id: int
    product_id: int
    quantity: Quantity
    reason: Reason
    note: str
    who: str
    moved: str
    undo_of: int | None
    counted: bool | None
    undone: bool


_SELECT = """
    SELECT id, product_id, quantity_milli, reason, note, who, moved, undo_of, counted,
        EXISTS (SELECT 1 FROM stock_movements AS later WHERE later.undo_of = stock_movements.id)
    FROM stock_movements
"""
_UNITS = frozenset(Unit)


def move_stock(
    catalog: Catalog,
    product_id: int,
    quantity: Quantity,
    *,
    who: str,
    reason: Reason,
    note: str = "",
    counted: bool | None = None,
) -> Movement:
    """Book ``quantity`` more (or less, below zero).

    Stock may fall below zero: a sale of what the books did not know is still a sale.

    Args:
        counted: see :attr:`Movement.counted`.

    Raises:
        KnownError: no such product, a part of a piece, or a quantity beyond reason.
    """
    return _book(catalog, product_id, quantity, who, reason, note, counted, None)


def set_stock(
    catalog: Catalog,
    product_id: int,
    stock: Quantity | None,
    *,
    who: str,
    reason: Reason = Reason.COUNT,
    note: str = "",
) -> Movement:
    """Book the difference between the books and what was counted; it may be nothing.

    Args:
        stock: how much there is; None if nobody knows any more.
    """
    with catalog.transaction():
        if stock is None:
            return _book(catalog, product_id, NOTHING, who, reason, note, False, None)
        difference = stock - booked_stock(catalog, product_id)
        return _book(catalog, product_id, difference, who, reason, note, True, None)


def begin_stocks(
    catalog: Catalog, stocks: Sequence[tuple[int, Quantity]], *, who: str, reason: Reason
) -> None:
    """Book what there is of products that were just made, in a transaction of the caller's.

    Args:
        stocks: each product's key with its stock.

    Raises:
        KnownError: a quantity beyond reason.
    """
    moved = utc_now()
    rows = []
    for product_id, stock in stocks:
        _require_credible(stock)
        rows.append((product_id, stock.thousandths, reason, who, moved, 1))
    columns = ("product_id", "quantity_milli", "reason", "who", "moved", "counted")
    insert_rows(catalog, "stock_movements", columns, rows)


def undo_movement(catalog: Catalog, movement_id: int, *, who: str) -> Movement:
    """Book the opposite of a movement.

    Raises:
        KnownError: there is no such movement, or it was undone before.
    """
    with catalog.transaction():
        movement = movement_by_id(catalog, movement_id)
        if movement is None:
            raise KnownError(
                message("core", "There is no stock movement {id}: reload the list."), id=movement_id
            )
        if movement.undone:
            raise KnownError(
                message("core", "The stock movement {id} was undone already: reload the list."),
                id=movement_id,
            )
        counted = _said(catalog, movement)
        return _book(
            catalog, movement.product_id, -movement.quantity, who, Reason.UNDO, "", counted, movement_id
        )


def book_again(catalog: Catalog, movement: Movement, *, who: str) -> Movement:
    """Book a movement that was undone once more."""
    return move_stock(
        catalog,
        movement.product_id,
        movement.quantity,
        who=who,
        reason=movement.reason,
        note=movement.note,
        counted=movement.counted,
    )


def current_stock(catalog: Catalog, product_id: int) -> Quantity | None:
    """How much the books say there is; None if it was not counted.

    Raises:
        KnownError: no such product.
    """
    return _standing(catalog, product_id)[0]


def booked_stock(catalog: Catalog, product_id: int) -> Quantity:
    """The sum of all movements, which is the stock of a product that was counted.

    Raises:
        KnownError: no such product.
    """
    stock, _ = _standing(catalog, product_id)
    if stock is not None:
        return stock
    (total,) = catalog.db.execute(
        "SELECT coalesce(sum(quantity_milli), 0) FROM stock_movements WHERE product_id = ?", [product_id]
    ).fetchone()
    return Quantity(total)


def movement_by_id(catalog: Catalog, movement_id: int) -> Movement | None:
    """The movement with this key."""
    row = catalog.db.execute(f"{_SELECT} WHERE id = ?", [movement_id]).fetchone()
    return _movement(row) if row else None


def movements(
    catalog: Catalog, product_ids: Iterable[int] | None = None, *, limit: int = 100, before: int | None = None
) -> list[Movement]:
    """The latest movements, newest first, of some products or all; ``before`` a movement's key, to page."""
    where = "WHERE id < ?"
    values: list[int | str] = [before if before is not None else 2**62]
    if product_ids is not None:
        where += " AND product_id IN (SELECT value FROM json_each(?))"
        values.append(json.dumps([int(product_id) for product_id in product_ids]))
    cursor = catalog.db.execute(f"{_SELECT} {where} ORDER BY id DESC LIMIT ?", [*values, limit])
    return [_movement(row) for row in cursor.fetchall()]


def _book(
    catalog: Catalog,
    product_id: int,
    quantity: Quantity,
    who: str,
    reason: Reason,
    note: str,
    counted: bool | None,
    undo_of: int | None,
) -> Movement:
    with catalog.transaction():
        _, unit = _standing(catalog, product_id)  # refuses a product that is not there
        if not has_decimals(unit) and not quantity.is_whole:
            _require_whole_after(catalog, product_id, quantity)
        return _insert(catalog, product_id, quantity, who, reason, note, counted, undo_of)


def _insert(
    catalog: Catalog,
    product_id: int,
    quantity: Quantity,
    who: str,
    reason: Reason,
    note: str,
    counted: bool | None,
    undo_of: int | None,
) -> Movement:
    _require_credible(quantity)
    moved = utc_now()
    cursor = catalog.db.execute(
        "INSERT INTO stock_movements"
        " (product_id, quantity_milli, reason, note, who, moved, undo_of, counted)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [product_id, quantity.thousandths, reason, note, who, moved, undo_of, counted],
    )
    movement_id = int(cursor.lastrowid or 0)
    return Movement(movement_id, product_id, quantity, reason, note, who, moved, undo_of, counted, False)


def _require_credible(quantity: Quantity) -> None:
    if abs(quantity) > whole(LARGEST):
        raise KnownError(
            message("core", "The quantity {quantity} cannot be right: correct it."), quantity=str(quantity)
        )


def _require_whole_after(catalog: Catalog, product_id: int, quantity: Quantity) -> None:
    """Of a product in pieces, a part may be booked only to make its stock whole again."""
    if not (booked_stock(catalog, product_id) + quantity).is_whole:
        raise KnownError(
            message(
                "core",
                "{quantity} cannot be booked: the product is counted in whole pieces. Give it a unit, such "
                "as kg, or enter a whole number.",
            ),
            quantity=str(quantity),
        )


def _said(catalog: Catalog, movement: Movement) -> bool | None:
    """What undoing ``movement`` says of the stock: an undo that is undone says what was said at first."""
    if movement.undo_of is None:
        return None
    first = movement_by_id(catalog, movement.undo_of)
    return first.counted if first is not None else None


def _standing(catalog: Catalog, product_id: int) -> tuple[Quantity | None, Unit | None]:
    row = catalog.db.execute("SELECT stock_milli, unit FROM products WHERE id = ?", [product_id]).fetchone()
    if row is None:
        raise _no_product(product_id)
    return stock_of(row[0]), unit_of(row[1])


def stock_of(thousandths: int | None) -> Quantity | None:
    """A stock as the catalog's tables hold it."""
    return None if thousandths is None else Quantity(thousandths)


def unit_of(text: str) -> Unit | None:
    """A unit as the catalog's tables hold it; None for "" and for one that a newer program knows."""
    return Unit(text) if text in _UNITS else None


def _no_product(product_id: int) -> KnownError:
    return KnownError(
        message("core", "There is no product {id} in this shop: reload the list."), id=product_id
    )


def _movement(row: tuple[int, int, int, str, str, str, str, int | None, int | None, int]) -> Movement:
    counted = None if row[8] is None else bool(row[8])
    return Movement(
        row[0], row[1], Quantity(row[2]), Reason(row[3]), *row[4:8], counted=counted, undone=bool(row[9])
    )
