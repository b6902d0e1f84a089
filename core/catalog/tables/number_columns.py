"""Which decimal sign the numbers of a table have: its columns read as wholes, one cell deciding for all.

``1.234`` is open; ``12.50`` in the same column, or in another column of the table, settles it. What nothing
settles is read by what is likelier, and said with both readings.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from core.catalog.money import price_digits
from core.catalog.tables.mapped_rows import MappedRow
from core.catalog.written_numbers import DecimalSign, SignEvidence, evidence, read_number
from core.messages import Sentence, message
from core.quantities.units import Unit, unit_named

_ASIDE_ROWS = 2000
_PRICE = Sentence(message("core", "price"))
_STOCK = Sentence(message("core", "stock"))


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """How a column of numbers is to be read.

    Attributes:
        sign: the decimal sign of numbers that leave it open; None if it is not known.
        is_torn: whether some of its numbers have a decimal point and others a decimal comma, so that an open
            one must not be read at all.
    """

    sign: DecimalSign | None = None
    is_torn: bool = False


@dataclass(frozen=True, slots=True)
class NumberColumns:
    """The columns of prices and of stock; ``notes`` say what was left to guess."""

    price: NumberColumn
    stock: NumberColumn
    notes: tuple[Sentence, ...] = ()


def number_columns(
    rows: Sequence[MappedRow], said: DecimalSign | None = None, *, whole_prices: bool = False
) -> NumberColumns:
    """How the prices and stocks of a table are to be read.

    Args:
        said: the decimal sign, if a person has said it.
        whole_prices: they are in a currency without decimals, so that no sign in them can be one.
    """
    if said is not None:
        return NumberColumns(NumberColumn(said), NumberColumn(said))
    prices = evidence((row.values.get("price", "") for row in rows), price_digits)
    stocks = evidence(text for row in rows for text in stock_texts(row))
    aside = _single([prices.sign, stocks.sign]) if not prices.is_torn | stocks.is_torn else None
    if aside is None and (prices.open or stocks.open):
        aside = _single(_other_signs(rows))
    price, stock = _column(prices, aside), _column(stocks, aside)
    notes = []
    if prices.open and price.sign is None and not whole_prices:
        notes.append(_open_note(_PRICE, prices, price))
    if stocks.open and stock.sign is None:
        likely = _likely_stock_sign(stocks, is_measured=any(map(_is_measured, rows)))
        notes.append(_open_note(_STOCK, stocks, NumberColumn(likely, stock.is_torn)))
        stock = NumberColumn(likely, stock.is_torn)
    return NumberColumns(price, stock, tuple(notes))


def stock_texts(row: MappedRow) -> tuple[str, ...]:
    """The row's numbers of stock, one for each place that has one."""
    return row.stocks or ((row.values["stock"],) if row.values.get("stock") else ())


def _column(own: SignEvidence, aside: DecimalSign | None) -> NumberColumn:
    if own.is_torn:
        return NumberColumn(is_torn=True)
    return NumberColumn(own.sign or aside)


def _single(signs: Iterable[DecimalSign | None]) -> DecimalSign | None:
    """The sign that all agree on who have one."""
    found = {sign for sign in signs if sign is not None}
    return found.pop() if len(found) == 1 else None


def _other_signs(rows: Sequence[MappedRow]) -> list[DecimalSign | None]:
    """What further columns say that hold nothing but numbers, such as costs and weights."""
    columns: dict[str, list[str]] = {}
    for row in islice(rows, _ASIDE_ROWS):
        for column, text in row.extra.items():
            columns.setdefault(column, []).append(text)
    return [
        evidence(texts).sign
        for texts in columns.values()
        if all(read_number(text) is not None for text in texts if text)
    ]


def _is_measured(row: MappedRow) -> bool:
    """Whether the row says that its product is sold by weight, length or volume."""
    return unit_named(row.values.get("unit", "")) not in (None, Unit.PIECE)


def _likely_stock_sign(stocks: SignEvidence, *, is_measured: bool) -> DecimalSign:
    """Decimals where things are weighed, or every number has three of them; otherwise thousands."""
    point = "." in stocks.example
    is_decimal = is_measured or (stocks.is_fixed and stocks.open > 1)
    return "." if point is is_decimal else ","


def _open_note(field: Sentence, found: SignEvidence, column: NumberColumn) -> Sentence:
    readings = read_number(found.example)
    assert readings is not None  # noqa: S101 - it is the example of an open number
    if column.is_torn:
        return Sentence(
            message(
                "core",
                "The column of the {field} has decimal points and decimal commas: “{text}” may be {first} or "
                "{second}, and such numbers were left out. Choose the decimal sign.",
            ),
            {
                "field": field,
                "text": found.example,
                "first": _plain(readings.point),
                "second": _plain(readings.comma),
            },
        )
    taken = readings.by(column.sign or ("," if "." in found.example else "."))
    other = readings.comma if taken == readings.point else readings.point
    return Sentence(
        message(
            "core",
            "Nothing in the table tells whether “{text}” in the column of the {field} is {taken} or {other}: "
            "it is read as {taken}. Choose the decimal sign if that is wrong.",
        ),
        {"field": field, "text": found.example, "taken": _plain(taken), "other": _plain(other)},
    )


def _plain(number: Decimal | None) -> str:
    text = f"{number or 0:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
