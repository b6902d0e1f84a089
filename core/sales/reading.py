"""A till's export to receipts with their lines, still told by the till's codes, not the shop's products.

Rows of one receipt need not stand together. What cannot be read is left out and named, row by row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from core.catalog.clean_text import clean_line
from core.catalog.sales.receipts import ReceiptKey
from core.catalog.tables.cell_kinds import whole_code
from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.catalog.tables.fields import guessed_note
from core.catalog.tables.reading import read_table
from core.catalog.tables.rows import RawRow, RawTable, Skipped
from core.errors import KnownError
from core.messages import Sentence, message
from core.sales.amounts import Amounts
from core.sales.moments import DayOrder, DaysRead, Moment, day_order, read_moment
from core.sales.tills import (
    Till,
    checked_mapping,
    known_names,
    likely_mapping,
    recognise,
    till_mapping,
)

_STATES: Mapping[str, str] = {
    "not sold": (
        "voided|void|cancelled|canceled|cancel|failed|trash|draft|checkout-draft|quotation|quotation sent|"
        "sent|pending payment|wc-cancelled|wc-failed|wc-pending|storniert|abgebrochen|anulado|cancelado|"
        "annulé|annullato|отменён|отменен|已取消|已作废|取消"
    ),
    "refunded": "refunded|wc-refunded|erstattet|reembolsado|remboursé|rimborsato|возвращён|已退款",
    "refund": "refund|return|returned|rückgabe|retoure|devolución|avoir|reso|возврат|退款|退货",
}
_NOT_SOLD, _REFUNDED, _REFUND = (frozenset(words.split("|")) for words in _STATES.values())
_SAYS_NO = frozenset({"", "0", "no", "false", "nein", "non", "否"})
_HEAD = ("receipt", "place", "date", "time", "status", "cancelled")
_PRODUCT = ("sku", "barcode", "title", "variant")
_UNNAMED = frozenset({"regular", "default", "default title"})
"""Variants of products that have none."""
_NO_NUMBER = message("core", "The row was left out: it has no receipt's number.")
_NO_PRODUCT = message("core", "The row was left out: it names no product.")
_NO_QUANTITY = message("core", "The row was left out: it says no quantity.")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of a receipt.

    Attributes:
        code: what the till calls the product: its SKU, else its barcode, else its title.
        quantity: in thousandths; below zero where goods came back.
        returned: how much of it came back since, in thousandths; 0 or more.
        paid: what it came to in the currency's smallest unit; None if the file does not say.
    """

    row: int
    code: str
    barcode: str
    title: str
    quantity: int
    returned: int
    paid: int | None


@dataclass(slots=True)
class ReadReceipt:
    """One receipt; ``is_void`` if it was called off, and nothing of it was sold.

    Attributes:
        customer: the number or address by which the till knows the customer; "" without.
    """

    number: str
    place: str
    moment: Moment
    currency: str
    customer: str
    is_void: bool
    is_refunded: bool
    lines: list[ReadLine] = field(default_factory=list)


def receipt_key(receipt: ReadReceipt) -> ReceiptKey:
    """What tells it apart from others of its till."""
    return receipt.place, receipt.moment.day, receipt.number


@dataclass(frozen=True, slots=True)
class ReadSales:
    """A file, understood.

    Attributes:
        till: whose export it is; "" if its columns were mapped by hand or guessed.
        mapping: field to column.
        skipped: rows that were left out, and why.
        notes: what a person should know of the whole file.
    """

    till: str
    mapping: Mapping[str, str]
    receipts: tuple[ReadReceipt, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class SalesChoices:
    """What a person has said of the file, besides its columns.

    Attributes:
        table: its decimal sign, encoding and sheet.
        zone: the till's time zone; None for this computer's.
        order: what stands first in its days; None if they tell, or it is to be guessed.
    """

    table: TableChoices = NOTHING_CHOSEN
    zone: tzinfo | None = None
    order: DayOrder | None = None


NOTHING_SAID = SalesChoices()


def read_sales(
    path: Path,
    mapping: Mapping[str, str] | None = None,
    *,
    currency: str = "",
    choices: SalesChoices = NOTHING_SAID,
) -> ReadSales:
    """Read the receipts in a CSV, TSV, XLSX or ODS file.

    Args:
        mapping: field to column, said by hand; what it does not name is understood by what it is called.
        currency: of amounts that do not say theirs; the shop's own.

    Raises:
        KnownError: it is no table, or it is not known which column is the receipt's number, day or product.
    """
    raw = read_table(path, known_names(), choices.table)
    till = recognise(raw.columns)
    columns = _mapping(raw, till, mapping or {})
    notes = list(raw.notes)
    if till is None and (guessed := [pair for pair in columns.items() if pair[0] not in (mapping or {})]):
        notes.append(guessed_note(guessed))
    days = DaysRead(choices.order) if choices.order else _days(raw, columns["date"])
    if days.guessed:
        notes.append(_order_note(days))
    reader = _Reader(columns, till, currency, choices, days.order, raw.rows)
    for row in raw.rows:
        reader.read(row)
    receipts = reader.receipts
    if void := sum(receipt.is_void for receipt in receipts):
        called_off = message("core", "Receipts that were called off, and are no sales: {count}.")
        notes.append(Sentence(called_off, {"count": void}))
    skipped = sorted((*raw.skipped, *raw.remarks, *reader.skipped), key=lambda skip: int(skip.row))
    return ReadSales(till.name if till else "", columns, receipts, tuple(skipped), tuple(notes))


class _Reader:
    """Reads one row after the other."""

    def __init__(
        self,
        columns: Mapping[str, str],
        till: Till | None,
        currency: str,
        choices: SalesChoices,
        order: DayOrder,
        rows: Sequence[RawRow],
    ) -> None:
        self._columns = columns
        self._fills_down = till is not None and till.fills_down
        self._zone, self._order = choices.zone, order
        self._amounts = Amounts(rows, columns, currency, choices.table.decimal_sign)
        self._found: dict[tuple[str, str, str], ReadReceipt] = {}
        self._by_head: dict[tuple[str, ...], ReadReceipt] = {}
        self._products: dict[tuple[str, ...], tuple[str, str, str]] = {}
        self._last: ReadReceipt | None = None
        self.skipped: list[Skipped] = []

    @property
    def receipts(self) -> tuple[ReadReceipt, ...]:
        """What was found so far; receipts without any line are none."""
        return tuple(receipt for receipt in self._found.values() if receipt.lines)

    def read(self, row: RawRow) -> None:
        """Add what the row says, or the reason why it is left out."""
        cells = row.cells
        try:
            receipt = self._receipt(cells)
            receipt.lines.append(self._line(row, receipt))
        except KnownError as error:
            self.skipped.append(Skipped(row.number, error.sentence))

    def _cell(self, cells: Mapping[str, str], name: str) -> str:
        column = self._columns.get(name)
        return "" if column is None else cells.get(column, "")

    def _receipt(self, cells: Mapping[str, str]) -> ReadReceipt:
        """The row's receipt; rows whose heads are alike are of the same."""
        head = tuple(self._cell(cells, name) for name in _HEAD)
        known = None if self._fills_down else self._by_head.get(head)
        if known is None:
            known = self._by_head[head] = self._new_receipt(cells)
        return known

    def _new_receipt(self, cells: Mapping[str, str]) -> ReadReceipt:
        number = clean_line(whole_code(self._cell(cells, "receipt")))
        if self._fills_down and self._last is not None and number in ("", self._last.number):
            return self._last
        if not number:
            raise KnownError(_NO_NUMBER)
        place = clean_line(self._cell(cells, "place"))
        moment = read_moment(self._cell(cells, "date"), self._cell(cells, "time"), self._order, self._zone)
        key = (place, moment.day, number)
        known = self._found.get(key)
        if known is None:
            status = self._cell(cells, "status").strip().casefold()
            called_off = self._cell(cells, "cancelled").strip().casefold() not in _SAYS_NO
            known = ReadReceipt(
                number,
                place,
                moment,
                self._amounts.currency(self._cell(cells, "currency")),
                clean_line(whole_code(self._cell(cells, "customer"))),
                is_void=called_off or status in _NOT_SOLD,
                is_refunded=status in _REFUNDED,
            )
            self._found[key] = known
        self._last = known
        return known

    def _line(self, row: RawRow, receipt: ReadReceipt) -> ReadLine:
        cells = row.cells
        written = tuple(self._cell(cells, name) for name in _PRODUCT)
        if written not in self._products:
            self._products[written] = self._product(cells)
        code, barcode, title = self._products[written]
        quantity = 1000
        if "quantity" in self._columns:
            told = self._amounts.quantity(self._cell(cells, "quantity"))
            if not told:
                raise KnownError(_NO_QUANTITY)
            quantity = told
        paid = self._paid(cells, quantity, receipt.currency)
        if self._cell(cells, "kind").strip().casefold() in _REFUND:
            quantity, paid = -abs(quantity), None if paid is None else -abs(paid)
        returned = abs(self._amounts.quantity(self._cell(cells, "returned")) or 0)
        if receipt.is_refunded and quantity > 0:
            returned = quantity
        return ReadLine(row.number, code, barcode, title, quantity, min(returned, max(quantity, 0)), paid)

    def _product(self, cells: Mapping[str, str]) -> tuple[str, str, str]:
        """What the till calls it, its barcode and its title."""
        title, sku = clean_line(self._cell(cells, "title")), clean_line(whole_code(self._cell(cells, "sku")))
        sku = sku.removeprefix("'")
        if not sku and title.startswith("[") and "]" in title:  # as Odoo writes a product with its reference
            sku, _bracket, title = (part.strip() for part in title[1:].partition("]"))
        variant = clean_line(self._cell(cells, "variant"))
        if variant and variant.casefold() not in _UNNAMED:
            title = f"{title} {variant}".strip()
        barcode = clean_line(whole_code(self._cell(cells, "barcode")))
        code = sku or barcode or title
        if not code:
            raise KnownError(_NO_PRODUCT)
        return code[:200], barcode, title[:200]

    def _paid(self, cells: Mapping[str, str], quantity: int, currency: str) -> int | None:
        total = self._amounts.money(self._cell(cells, "total"), currency)
        if total is not None:
            return total
        price = self._amounts.money(self._cell(cells, "price"), currency)
        if price is None:
            return None
        discount = self._amounts.money(self._cell(cells, "discount"), currency) or 0
        whole = round(price * quantity / 1000)
        return whole - abs(discount) if whole >= 0 else whole + abs(discount)


def _mapping(raw: RawTable, till: Till | None, said: Mapping[str, str]) -> dict[str, str]:
    guessed = till_mapping(till, raw.columns) if till else likely_mapping(raw.columns)
    taken = {column.casefold() for column in said.values()}
    free = {name: column for name, column in guessed.items() if column.casefold() not in taken}
    return checked_mapping({**free, **said}, raw.columns)


def _days(raw: RawTable, column: str) -> DaysRead:
    # A till in the east is a day ahead of this computer at most.
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    return day_order((row.cells.get(column, "") for row in raw.rows), tomorrow)


def _order_note(days: DaysRead) -> Sentence:
    if days.order is DayOrder.DAY_FIRST:
        words = message(
            "core", "Days such as “{day}” are read with the day first; say month-first if that is wrong."
        )
    else:
        words = message(
            "core", "Days such as “{day}” are read with the month first; say day-first if that is wrong."
        )
    return Sentence(words, {"day": days.guessed})
