"""A receipt as a till's export tells it."""

from dataclasses import dataclass, field

from core.catalog.sales.receipts import ReceiptKey
from core.sales.moments import Moment
from core.sales.no_goods import NoGoods


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of a receipt.

    Attributes:
        code: what the till calls the product: its SKU, else its barcode, else its title.
        quantity: in thousandths; below zero where goods came back.
        returned: how much of it came back since, in thousandths; 0 or more.
        paid: what it came to in the currency's smallest unit; None if the file does not say.
        is_rest: whether ``quantity`` is what remained after goods came back: 0 where all did. Where more is
            known to be sold, the difference came back since.
        no_goods: what it is if it is no goods, as far as the file tells.
    """

    row: int
    code: str
    barcode: str
    title: str
    quantity: int
    returned: int
    paid: int | None
    is_rest: bool = False
    no_goods: NoGoods | None = None


@dataclass(slots=True)
class ReadReceipt:
    """One receipt; ``is_void`` if it was called off, and nothing of it was sold.

    Attributes:
        customer: the number or address by which the till knows the customer; "" without.
        is_partly_refunded: some goods came back, and the receipt does not say which.
        subtotal: what its lines came to together, after a discount on all; None if the file does not say.
    """

    number: str
    place: str
    moment: Moment
    currency: str
    customer: str
    is_void: bool
    is_refunded: bool
    is_partly_refunded: bool = False
    subtotal: int | None = None
    lines: list[ReadLine] = field(default_factory=list)


def receipt_key(receipt: ReadReceipt) -> ReceiptKey:
    """What tells it apart from others of its till."""
    return receipt.place, receipt.moment.day, receipt.number
