"""How a count ends: its differences become stock movements, or it is thrown away; both can be taken back."""

from dataclasses import dataclass

from core.catalog.clock import utc_now
from core.catalog.edits.edit_log import EditKind, begin_edit, forget_old_edits, log_change
from core.catalog.edits.product_fields import Field
from core.catalog.stock import Reason, booked_stock, move_stock, movement_by_id, undo_movement
from core.errors import KnownError
from core.messages import message
from core.shop.shop import Shop
from core.stocktake.differences import differences
from core.stocktake.stocktake import Outcome, Stocktake, require_under_way, stocktake_by_id, under_way


@dataclass(frozen=True, slots=True)
class Booking:
    """What was booked, and for how many products."""

    stocktake: Stocktake
    products: int


def book(shop: Shop, stocktake: Stocktake, *, who: str) -> Booking:
    """Book every difference as a stock movement, all in one transaction and one step, and end the count.

    Pictures that were put aside are forgotten.

    Raises:
        KnownError: the count has ended already, or the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        found = differences(shop, stocktake).differing
        edit_id = begin_edit(shop.catalog, EditKind.BOOKING, who, about=str(stocktake.id))
        for line in found:
            movement = move_stock(
                shop.catalog,
                line.product_id,
                line.booking,
                who=who,
                reason=Reason.COUNT,
                note=f"stocktake {stocktake.id}",
                counted=True,
            )
            db.execute(
                "INSERT INTO stocktake_movements (movement_id, stocktake_id) VALUES (?, ?)",
                [movement.id, stocktake.id],
            )
            stock = booked_stock(shop.catalog, line.product_id).thousandths
            log_change(shop.catalog, edit_id, line.product_id, Field.STOCK, None, stock, movement.id)
        forget_old_edits(shop.catalog, edit_id)
        _end(shop, stocktake, Outcome.BOOKED)
        db.execute("DELETE FROM stocktake_doubts WHERE stocktake_id = ?", [stocktake.id])
    return Booking(stocktake_by_id(shop, stocktake.id), len(found))


def throw_away(shop: Shop, stocktake: Stocktake) -> None:
    """End the count without booking anything; :func:`bring_back` undoes it until the next count begins."""
    shop.require_writable()
    with shop.catalog.transaction():
        require_under_way(shop, stocktake)
        _end(shop, stocktake, Outcome.THROWN_AWAY)


def bring_back(shop: Shop, stocktake: Stocktake, *, who: str) -> Stocktake:
    """Take back how a count ended: its movements are undone, all or none, and it is under way again.

    A movement that was undone on its own before stays so.

    Raises:
        KnownError: another count is under way, or the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        if under_way(shop) is not None:
            raise KnownError(message("core", "A count is under way already: finish it or throw it away."))
        rows = db.execute(
            "SELECT movement_id FROM stocktake_movements WHERE stocktake_id = ?", [stocktake.id]
        ).fetchall()
        for (movement_id,) in rows:
            movement = movement_by_id(shop.catalog, movement_id)
            if movement is not None and not movement.undone:
                undo_movement(shop.catalog, movement_id, who=who)
        db.execute("DELETE FROM stocktake_movements WHERE stocktake_id = ?", [stocktake.id])
        # No step that could be done again: the count is under way, and is booked anew when it ends. Nor what
        # was done after it and is undone: that would start from another stock.
        db.execute(
            "DELETE FROM edits WHERE undone IS NOT NULL OR (kind = ? AND about = ?)",
            [EditKind.BOOKING, str(stocktake.id)],
        )
        db.execute("UPDATE stocktakes SET outcome = NULL, ended = NULL WHERE id = ?", [stocktake.id])
    return stocktake_by_id(shop, stocktake.id)


def _end(shop: Shop, stocktake: Stocktake, outcome: Outcome) -> None:
    shop.catalog.db.execute(
        "UPDATE stocktakes SET outcome = ?, ended = ? WHERE id = ?", [outcome, utc_now(), stocktake.id]
    )
