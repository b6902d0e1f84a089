"""Quantities and money of a till's export, to whole thousandths and to a currency's smallest unit.

Which decimal sign a column has is settled by all of its cells, as in tables of products. Tills write what was
given back with a minus or in brackets; a price knows neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from core.catalog.currencies.signs import read_mark
from core.catalog.money import price_digits, read_price, to_minor
from core.catalog.tables.rows import RawRow
from core.catalog.written_numbers import DecimalSign, PlainNumber, evidence, read_number
from core.catalog.written_quantities import no_quantity, split_unit
from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import nearest

_MINUSES = "-\u2212\u2013"


class Amounts:
    """Reads the numbers of one file; what was read once is remembered, for most are alike.

    Args:
        columns: field to column.
        currency: of amounts that do not say theirs.
        said: the decimal sign, if a person has said it.
    """

    def __init__(
        self,
        rows: Sequence[RawRow],
        columns: Mapping[str, str],
        currency: str,
        said: DecimalSign | None,
    ) -> None:
        self._currency = _told_currency(rows, columns, currency)
        sums = evidence(
            price_digits(_unsigned(text)[0])
            for name in ("total", "price")
            for text in _cells(rows, columns.get(name))
        )
        amounts = evidence(_cells(rows, columns.get("quantity")))
        self._is_torn = said is None and sums.is_torn
        self._money_sign = said or sums.sign or amounts.sign
        self._quantity_sign = said or amounts.sign or sums.sign
        self._quantities: dict[str, int | None] = {}
        self._money: dict[tuple[str, str], int | None] = {}

    def currency(self, text: str) -> str:
        """ISO 4217 code of what a cell names; where it is empty, of the sign at the file's amounts, else the
        shop's; "" where that sign is several countries'.

        Raises:
            KnownError: it names no currency.
        """
        return read_mark(text, self._currency) if text else self._currency

    def quantity(self, text: str) -> int | None:
        """In thousandths, below zero with a minus; None of an empty cell.

        Where nothing tells whether ``1.234`` has decimals, it has: a till sells no thousands on one line.

        Raises:
            KnownError: it is no quantity.
        """
        if text not in self._quantities:
            self._quantities[text] = self._read_quantity(text)
        return self._quantities[text]

    def money(self, text: str, currency: str) -> int | None:
        """In the smallest unit of ``currency``; None of an empty cell.

        Raises:
            KnownError: it is no amount, or may be two.
        """
        key = text, currency
        if key not in self._money:
            self._money[key] = self._read_money(text, currency)
        return self._money[key]

    def _read_quantity(self, text: str) -> int | None:
        if not text:
            return None
        unsigned, is_negative = _unsigned(text)
        number, _unit = split_unit(unsigned)
        readings = read_number(number)
        if readings is None:
            raise no_quantity(text)
        amount = readings.by(self._quantity_sign) or readings.by("." if "." in number else ",") or Decimal(0)
        thousandths = nearest(amount).thousandths
        return -thousandths if is_negative else thousandths

    def _read_money(self, text: str, currency: str) -> int | None:
        if not text:
            return None
        unsigned, is_negative = _unsigned(text)
        price = read_price(price_digits(unsigned) or unsigned, currency)
        if price.readings.is_open and self._is_torn:
            raise KnownError(
                message(
                    "core", "“{number}” may be two numbers, with decimals or with thousands: it was left out."
                ),
                number=text[:40],
            )
        minor, _exact = to_minor(price.amount(self._money_sign), currency)
        return -minor if is_negative else minor


def _unsigned(text: str) -> tuple[str, bool]:
    """An amount without its minus or brackets, and whether it had one."""
    plain = text.strip()
    if plain.startswith("(") and plain.endswith(")"):
        return plain[1:-1], True
    is_negative = (
        plain[:1] in _MINUSES or plain[-1:] in _MINUSES or (plain[1:2] in _MINUSES and plain[1:2] != "")
    )
    if not is_negative:
        return text, False
    bare = plain.translate(dict.fromkeys(map(ord, _MINUSES)))
    return (PlainNumber(bare) if isinstance(text, PlainNumber) else bare), True


def _told_currency(rows: Sequence[RawRow], columns: Mapping[str, str], shop: str) -> str:
    """What the first amount of the file is in."""
    amounts = (text for name in ("total", "price") for text in _cells(rows, columns.get(name)) if text)
    try:
        return next((read_price(_unsigned(text)[0], shop).currency for text in amounts), shop)
    except KnownError:
        return ""


def _cells(rows: Sequence[RawRow], column: str | None) -> Iterable[str]:
    return () if column is None else (row.cells.get(column, "") for row in rows)
