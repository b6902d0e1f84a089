"""The receipts that a product is on, for whoever brings it back: by the customer's number, or the day."""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.catalog.sales.brought_back import brought_back, receipt_name
from core.quantities.quantity import NOTHING, Quantity

MOST = 20
"""Receipts that are shown, the newest first."""


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A product on one receipt; lines of the same product together.

    Attributes:
        day: at the till, ISO 8601.
        quantity: how much was sold, less what the till says came back.
        back: how much of that was brought back and booked here, and the till does not say.
        paid_minor: what it came to, in the smallest unit of ``currency``; None if the till does not say.
    """

    till: str
    place: str
    number: str
    day: str
    quantity: Quantity
    back: Quantity
    paid_minor: int | None
    currency: str

    @property
    def left(self) -> Quantity:
        """How much of it can still come back."""
        return max(NOTHING, self.quantity - self.back)

    @property
    def name(self) -> str:
        """What the note of a return calls the receipt by."""
        return receipt_name(self.number, self.day)


def sold_lines(
    catalog: Catalog, product_id: int, *, customer: str = "", day: str = "", number: str = ""
) -> list[SoldLine]:
    """The receipts that the product is on, newest first; each given word has to fit.

    At most one more than :data:`MOST`: it says that there are older ones than can be shown.

    Args:
        customer: the customer's number, where the shop keeps those.
        day: ISO 8601.
        number: of the receipt.
    """
    rows = catalog.db.execute(
        "SELECT till, place, receipts.number, day, sum(quantity_milli), sum(paid_minor), currency,"
        " ifnull(sum(-quantity_milli) FILTER (WHERE taken_back = 1), 0)"
        " FROM receipt_lines JOIN receipts ON receipts.id = receipt_id"
        " LEFT JOIN customers ON customers.id = customer_id"
        " WHERE product_id = ? AND (? = '' OR customers.number = ?) AND (? = '' OR day = ?)"
        " AND (? = '' OR receipts.number = ?)"
        " GROUP BY receipts.id HAVING sum(quantity_milli) > 0 ORDER BY sold DESC, receipts.id DESC LIMIT ?",
        [product_id, customer, customer, day, day, number, number, MOST + 1],
    ).fetchall()
    back = brought_back(catalog, product_id) if rows else {}
    return [
        SoldLine(
            till, place, str(name), sold_on, Quantity(sold),
            Quantity(max(0, back.get(receipt_name(name, sold_on), 0) - told)), paid, currency,
        )
        for till, place, name, sold_on, sold, paid, currency, told in rows
    ]  # fmt: skip
