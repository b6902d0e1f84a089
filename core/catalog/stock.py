"""Stock: a ledger of movements, written once and never changed; what is in stock is their sum.

An undo is a movement too, the opposite one. A trigger keeps ``products.stock`` equal to the sum, so that a
list of products needs no adding up; ``check`` compares the two.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.messages import message


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
    """One change of one product's stock: ``quantity`` pieces more (or fewer, below zero).

    Attributes:
        moved: when, ISO 8601 UTC.
        undo_of: the movement that this one takes back.
        undone: True if a later movement took this one back.
    """

    id: int
    product_id: int
    quantity: int
    reason: Reason
    note: str
    who: str
    moved: str
    undo_of: int | None
    undone: bool


_SELECT = """
    SELECT id, product_id, quantity, reason, note, who, moved, undo_of,
        EXISTS (SELECT 1 FROM stock_movements AS later WHERE later.undo_of = stock_movements.id)
    FROM stock_movements
"""
_LARGEST = 10**12


def move_stock(
    catalog: Catalog, product_id: int, quantity: int, *, who: str, reason: Reason, note: str = ""
) -> Movement:
    """Book ``quantity`` pieces more (or fewer, below zero).

    Stock may fall below zero: a sale of what the books did not know is still a sale.

    Raises:
        KnownError: no such product, or a quantity beyond reason.
    """
    return _book(catalog, product_id, quantity, who, reason, note, None)


def set_stock(
    catalog: Catalog, product_id: int, stock: int, *, who: str, reason: Reason = Reason.COUNT, note: str = ""
) -> Movement:
    """Book the difference between the books and ``stock`` pieces that were counted; it may be zero."""
    with catalog.transaction():
        return _book(catalog, product_id, stock - current_stock(catalog, product_id), who, reason, note, None)


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
        return _book(catalog, movement.product_id, -movement.quantity, who, Reason.UNDO, "", movement_id)


def book_again(catalog: Catalog, movement: Movement, *, who: str) -> Movement:
    """Book a movement that was undone once more."""
    return move_stock(
        catalog, movement.product_id, movement.quantity, who=who, reason=movement.reason, note=movement.note
    )


def current_stock(catalog: Catalog, product_id: int) -> int:
    """How many pieces the books say there are.

    Raises:
        KnownError: no such product.
    """
    row = catalog.db.execute("SELECT stock FROM products WHERE id = ?", [product_id]).fetchone()
    if row is None:
        raise _no_product(product_id)
    return int(row[0])


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
    catalog: Catalog, product_id: int, quantity: int, who: str, reason: Reason, note: str, undo_of: int | None
) -> Movement:
    if abs(quantity) > _LARGEST:
        raise KnownError(
            message("core", "{quantity} pieces cannot be right: enter how many there really are."),
            quantity=quantity,
        )
    moved = utc_now()
    with catalog.transaction() as db:
        current_stock(catalog, product_id)  # refuses a product that is not there
        cursor = db.execute(
            "INSERT INTO stock_movements (product_id, quantity, reason, note, who, moved, undo_of)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [product_id, quantity, reason, note, who, moved, undo_of],
        )
    return Movement(
        int(cursor.lastrowid or 0), product_id, quantity, reason, note, who, moved, undo_of, False
    )


def _no_product(product_id: int) -> KnownError:
    return KnownError(
        message("core", "There is no product {id} in this shop: reload the list."), id=product_id
    )


def _movement(row: tuple[int, int, int, str, str, str, str, int | None, int]) -> Movement:
    return Movement(row[0], row[1], row[2], Reason(row[3]), *row[4:8], undone=bool(row[8]))
