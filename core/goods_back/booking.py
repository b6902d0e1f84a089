"""A return booked: back to stock, or written off; one step, which undo takes back."""

from dataclasses import dataclass
from enum import StrEnum

from core.catalog.clean_text import clean_line
from core.catalog.edits.edit_log import Edit, EditKind, begin_edit, edit_by_id, forget_old_edits, log_change
from core.catalog.edits.product_fields import Field
from core.catalog.products.products import Product
from core.catalog.sales.brought_back import BETWEEN, WRITTEN_OFF
from core.catalog.stock import Reason, booked_stock, current_stock, move_stock
from core.errors import KnownError
from core.goods_back.sold_lines import SoldLine
from core.messages import message
from core.quantities.quantity import NOTHING, Quantity
from core.shop.shop import Shop

LONGEST_REASON = 200


class Condition(StrEnum):
    """What becomes of it."""

    STOCK = "stock"
    """As good as new: it is sold again."""
    WRITTEN_OFF = "written-off"
    """Damaged or spoiled: it came back and is gone."""


@dataclass(frozen=True, slots=True)
class Booked:
    """A return.

    Attributes:
        edit: the step in the shop's log.
        stock: how much there is now; None if it was not counted.
    """

    edit: Edit
    stock: Quantity | None


def book_return(
    shop: Shop,
    product: Product,
    quantity: Quantity,
    condition: Condition,
    *,
    reason: str = "",
    sold: SoldLine | None = None,
    who: str,
) -> Booked:
    """Book that ``quantity`` of ``product`` came back.

    What is written off moves the stock by nothing, for it left with the sale; the movement says how much it
    was, and why. The note names the receipt, never the customer.

    Args:
        sold: the receipt that it is on, if one was found.

    Raises:
        KnownError: nothing or a part of a piece, more than was sold on the receipt, or the shop is read-only.
    """
    shop.require_writable()
    if quantity <= NOTHING:
        raise KnownError(message("core", "Say how much came back: more than nothing."))
    if sold is not None and quantity > sold.left:
        raise KnownError(
            message("core", "Of the receipt {number} only {left} can still come back."),
            number=sold.number,
            left=str(sold.left),
        )
    is_kept = condition is Condition.STOCK
    parts = [
        sold.name if sold is not None else "",
        "" if is_kept else f"{WRITTEN_OFF}{quantity}",
        clean_line(reason)[:LONGEST_REASON].replace(BETWEEN, " "),
    ]
    with shop.catalog.transaction():
        edit_id = begin_edit(shop.catalog, EditKind.CHANGE, who)
        movement = move_stock(
            shop.catalog,
            product.id,
            quantity if is_kept else NOTHING,
            who=who,
            reason=Reason.RETURN,
            note=BETWEEN.join(part for part in parts if part),
        )
        stock = booked_stock(shop.catalog, product.id).thousandths
        log_change(shop.catalog, edit_id, product.id, Field.STOCK, None, stock, movement.id)
        forget_old_edits(shop.catalog, edit_id)
        edit = edit_by_id(shop.catalog, edit_id)
    return Booked(edit, current_stock(shop.catalog, product.id))
