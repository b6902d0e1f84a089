"""A till's export to receipts with their lines, still told by the till's codes, not the shop's products.

Rows of one receipt need not stand together. What cannot be read is left out and named, row by row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.catalog.tables.fields import guessed_note
from core.catalog.tables.reading import read_table
from core.catalog.tables.rows import RawTable, Skipped
from core.messages import Sentence, message
from core.sales.columns import checked_mapping, known_names, likely_mapping
from core.sales.moments import DayOrder, DaysRead, day_order
from core.sales.receipt import ReadReceipt
from core.sales.row_reader import RowReader
from core.sales.tills import Till, recognise, till_mapping

_PARTLY_REFUNDED = message(
    "core",
    "Receipts that were refunded in part: {count}. The file does not say which goods came back: "
    "all of them count as sold.",
)
_UNKNOWN_ZONE = message(
    "core",
    "The time zone “{zone}” is not known here: such times are read as this computer's, or as --zone says.",
)


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
    reader = RowReader(
        columns,
        till,
        raw.rows,
        currency=currency,
        sign=choices.table.decimal_sign,
        order=days.order,
        zone=choices.zone,
    )
    for row in raw.rows:
        reader.read(row)
    receipts = reader.receipts
    if void := sum(receipt.is_void for receipt in receipts):
        called_off = message("core", "Receipts that were called off, and are no sales: {count}.")
        notes.append(Sentence(called_off, {"count": void}))
    if partly := sum(one.is_partly_refunded and not one.is_void for one in receipts):
        notes.append(Sentence(_PARTLY_REFUNDED, {"count": partly}))
    notes += [Sentence(_UNKNOWN_ZONE, {"zone": zone[:60]}) for zone in reader.unknown_zones]
    skipped = sorted((*raw.skipped, *raw.remarks, *reader.skipped), key=lambda skip: int(skip.row))
    return ReadSales(till.name if till else "", columns, receipts, tuple(skipped), tuple(notes))


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
