"""The rows of a till's export, one after the other, to receipts with their lines."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from core.catalog.clean_text import clean_line
from core.catalog.tables.cell_kinds import whole_code
from core.catalog.tables.rows import RawRow, Skipped
from core.catalog.written_numbers import DecimalSign
from core.errors import KnownError
from core.messages import message
from core.sales.amounts import Amounts
from core.sales.moments import DayOrder, read_moment
from core.sales.no_goods import NoGoods, no_goods
from core.sales.receipt import ReadLine, ReadReceipt
from core.sales.states import NOT_SOLD, PARTLY_REFUNDED, REFUND, REFUNDED, SAYS_NO
from core.sales.tills import Till
from core.sales.zones import zone_told

_HEAD = ("receipt", "place", "date", "time", "zone", "status", "cancelled")
_PRODUCT = ("sku", "barcode", "title", "variant", "line_kind")
_UNNAMED = frozenset({"regular", "default", "default title"})
"""Variants of products that have none."""
_NO_NUMBER = message("core", "The row was left out: it has no receipt's number.")
_NO_PRODUCT = message("core", "The row was left out: it names no product.")
_NO_QUANTITY = message("core", "The row was left out: it says no quantity.")


class RowReader:
    """Reads one row after the other.

    Args:
        columns: field to column.
        rows: all of them, for their numbers settle one another's decimal sign.
        currency: of amounts that do not say theirs.
        sign: the decimal sign, if a person has said it.
        order: what stands first in days.
        zone: the till's; None for this computer's.
    """

    def __init__(
        self,
        columns: Mapping[str, str],
        till: Till | None,
        rows: Sequence[RawRow],
        *,
        currency: str,
        sign: DecimalSign | None,
        order: DayOrder,
        zone: tzinfo | None,
    ) -> None:
        self._columns = columns
        self._fills_down = till is not None and till.fills_down
        self._no_goods = till.no_goods if till else {}
        self._no_goods_kinds = till.no_goods_kinds if till else {}
        self._not_sold = NOT_SOLD | till.open_states if till else NOT_SOLD
        self._zone, self._order = zone, order
        self._amounts = Amounts(rows, columns, currency, sign)
        self._found: dict[tuple[str, str, str], ReadReceipt] = {}
        self._by_head: dict[tuple[str, ...], ReadReceipt] = {}
        self._products: dict[tuple[str, ...], tuple[str, str, str, NoGoods | None]] = {}
        self._last: ReadReceipt | None = None
        self._zones: dict[str, tzinfo | None] = {}
        self.skipped: list[Skipped] = []

    @property
    def receipts(self) -> tuple[ReadReceipt, ...]:
        """What was found; without lines it is none."""
        return tuple(receipt for receipt in self._found.values() if receipt.lines)

    @property
    def unknown_zones(self) -> tuple[str, ...]:
        """Time zones that the file names and nobody here knows."""
        return tuple(name for name, zone in self._zones.items() if zone is None)

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
        zone = self._told_zone(self._cell(cells, "zone").strip())
        moment = read_moment(self._cell(cells, "date"), self._cell(cells, "time"), self._order, zone)
        key = (place, moment.day, number)
        known = self._found.get(key)
        if known is None:
            status = self._cell(cells, "status").strip().casefold()
            called_off = self._cell(cells, "cancelled").strip().casefold() not in SAYS_NO
            currency = self._amounts.currency(self._cell(cells, "currency"))
            known = ReadReceipt(
                number,
                place,
                moment,
                currency,
                clean_line(whole_code(self._cell(cells, "customer"))),
                is_void=called_off or status in self._not_sold,
                is_refunded=status in REFUNDED,
                is_partly_refunded=status in PARTLY_REFUNDED,
                subtotal=self._amounts.money(self._cell(cells, "subtotal"), currency),
            )
            self._found[key] = known
        self._last = known
        return known

    def _line(self, row: RawRow, receipt: ReadReceipt) -> ReadLine:
        cells = row.cells
        written = tuple(self._cell(cells, name) for name in _PRODUCT)
        if written not in self._products:
            self._products[written] = self._product(cells)
        code, barcode, title, kind = self._products[written]
        kept = self._amounts.quantity(self._cell(cells, "kept"))
        is_rest = kept is not None and "quantity" not in self._columns
        quantity = kept if is_rest and kept is not None else self._quantity(cells)
        paid = self._paid(cells, quantity, receipt.currency, is_rest=is_rest)
        if self._cell(cells, "kind").strip().casefold() in REFUND:
            quantity, paid = -abs(quantity), None if paid is None else -abs(paid)
        returned = abs(self._amounts.quantity(self._cell(cells, "returned")) or 0)
        if kept is not None and not is_rest:
            returned = max(returned, quantity - kept)
        if receipt.is_refunded and quantity > 0:
            returned = quantity
        returned = min(returned, max(quantity, 0))
        return ReadLine(row.number, code, barcode, title, quantity, returned, paid, is_rest, kind)

    def _quantity(self, cells: Mapping[str, str]) -> int:
        if "quantity" not in self._columns:
            return 1000
        told = self._amounts.quantity(self._cell(cells, "quantity"))
        if not told:
            raise KnownError(_NO_QUANTITY)
        return told

    def _told_zone(self, name: str) -> tzinfo | None:
        """The zone that a row names; the till's where it names none, or one that nobody knows."""
        if not name:
            return self._zone
        if name not in self._zones:
            self._zones[name] = zone_told(name)
        return self._zones[name] or self._zone

    def _product(self, cells: Mapping[str, str]) -> tuple[str, str, str, NoGoods | None]:
        """What the till calls it, its barcode, its title, and what it is if it is no goods."""
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
        said = clean_line(self._cell(cells, "line_kind"))
        own = self._no_goods.get(code.casefold()) or self._no_goods_kinds.get(said.casefold())
        return code[:200], barcode, title[:200], own or no_goods(said, title)

    def _paid(self, cells: Mapping[str, str], quantity: int, currency: str, *, is_rest: bool) -> int | None:
        """What the line came to. Of what remained of it the price tells more than the total of all of it."""
        total = self._amounts.money(self._cell(cells, "total"), currency)
        price = self._amounts.money(self._cell(cells, "price"), currency)
        if total is not None and not (is_rest and price is not None):
            return total
        if price is None:
            return None
        discount = self._amounts.money(self._cell(cells, "discount"), currency) or 0
        whole = round(price * quantity / 1000)
        return whole - abs(discount) if whole >= 0 else whole + abs(discount)
