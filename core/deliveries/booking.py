"""A delivery booked: what was unpacked goes into stock, as one step, which undo takes back as a whole."""

from core.catalog.clean_text import clean_line
from core.catalog.edits.edit_log import Edit
from core.catalog.edits.product_change import ProductChange
from core.catalog.stock import Reason
from core.deliveries.comparison import Comparison
from core.errors import KnownError
from core.ingest.shop_edits import edit_shop
from core.messages import message
from core.quantities.quantity import NOTHING
from core.shop.shop import Shop


def book_delivery(shop: Shop, delivery: Comparison, name: str, *, who: str) -> Edit:
    """Book what was unpacked; ``name`` is the note's.

    Raises:
        KnownError: nothing was unpacked, a part of a piece, or the shop can only be read.
    """
    changes = {
        line.product.id: ProductChange(stock_by=line.counted)
        for line in delivery.lines
        if line.counted > NOTHING
    }
    edit = (
        edit_shop(shop, changes, who=who, reason=Reason.DELIVERY, note=clean_line(name)) if changes else None
    )
    if edit is None:
        raise KnownError(message("core", "Nothing was unpacked: there is nothing to book."))
    return edit
