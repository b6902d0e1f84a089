"""All that the shop knows of one customer, for whoever asks what is kept of them."""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.money import format_money
from core.catalog.sales.customers import customer_by_number
from core.files.atomic import written_beside
from core.files.targets import checked_target
from core.quantities.quantity import Quantity

_BEGINNING = b'{\n  "number"'


@dataclass(frozen=True, slots=True)
class BoughtLine:
    """One line of a receipt, in words and numbers that need no program: amounts as tables hold them."""

    day: str
    sold: str
    till: str
    place: str
    receipt: str
    product: str
    title: str
    quantity: str
    paid: str
    currency: str


@dataclass(frozen=True, slots=True)
class CustomerData:
    """A customer's number, when it came into the shop, and every line of their receipts."""

    number: str
    known_since: str
    lines: tuple[BoughtLine, ...]


def customer_data(catalog: Catalog, number: str) -> CustomerData:
    """What is known of the customer with this number.

    Raises:
        KnownError: there is none.
    """
    customer = customer_by_number(catalog, number)
    (added,) = catalog.db.execute("SELECT added FROM customers WHERE id = ?", [customer.id]).fetchone()
    rows = catalog.db.execute(
        "SELECT day, sold, till, place, receipts.number, coalesce(sku, code),"
        " coalesce(products.title, receipt_lines.title), quantity_milli, paid_minor, receipts.currency"
        " FROM receipts JOIN receipt_lines ON receipt_id = receipts.id"
        " LEFT JOIN products ON products.id = product_id"
        " WHERE customer_id = ? ORDER BY sold, receipt_lines.id",
        [customer.id],
    ).fetchall()
    return CustomerData(customer.number, added, tuple(_line(*row) for row in rows))


def export_customer(catalog: Catalog, number: str, target: Path, *, replace: bool = False) -> Path:
    """Write what is known of a customer into the JSON file ``target``, for them to take along.

    Raises:
        KnownError: there is no such customer, the file is something else, or cannot be written.
    """
    data = customer_data(catalog, number)
    place = checked_target(target, _is_ours, replace=replace)
    text = json.dumps(dataclasses.asdict(data), ensure_ascii=False, indent=2)
    with written_beside(place) as temporary:
        temporary.write_text(text, encoding="utf-8")
    return place


def _is_ours(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(_BEGINNING)) == _BEGINNING


def _line(
    day: str,
    sold: str,
    till: str,
    place: str,
    receipt: str,
    product: str,
    title: str,
    thousandths: int,
    paid: int | None,
    currency: str,
) -> BoughtLine:
    amount = "" if paid is None else ("-" if paid < 0 else "") + format_money(abs(paid), currency)
    quantity = str(Quantity(thousandths))
    return BoughtLine(day, sold, till, place, receipt, product, title, quantity, amount, currency)
