"""A row's texts to a product draft: numbers read, tags split, and what cannot be read reported."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from core.catalog.barcodes.written import read_barcode
from core.catalog.clean_text import clean_line
from core.catalog.currencies.signs import read_mark
from core.catalog.money import format_money, read_price, to_minor
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.cell_kinds import (
    DateCell,
    NoValue,
    are_plain,
    doubtful_code,
    is_plain,
    lost_code,
    unknown_value,
    whole_code,
)
from core.catalog.tables.mapped_rows import MappedRow
from core.catalog.tables.number_columns import NumberColumn, NumberColumns, stock_texts
from core.catalog.tables.price_currency import PriceCurrency
from core.catalog.tables.sales import sale_of
from core.catalog.tags.tag_names import good_tags
from core.catalog.written_numbers import MarkedNumber, PlainNumber, read_number
from core.catalog.written_quantities import no_quantity, says_nothing_left, split_unit
from core.errors import KnownError
from core.messages import Sentence, message
from core.quantities.low_mark import no_mark, require_mark
from core.quantities.quantity import Quantity, nearest
from core.quantities.units import Unit, converted, read_unit, unit_named, unit_of_title

_T = TypeVar("_T")
_FLOAT = re.compile(r"^(\d{4,})\.0$", re.ASCII)
"""What programs make of a code that they take for a number."""
_OF_SALES = frozenset(("sale_price", "price_before"))
_ALIKE = frozenset((str, PlainNumber))
"""Kinds of cells of which two with one text say the same."""
_YES = frozenset(
    {"yes", "y", "true", "1", "x", "archived", "inactive", "discontinued", "是"}
    | {"sí", "oui", "ja", "sim", "sì", "tak", "да", "はい"}
)
_NO = frozenset(
    {"no", "n", "false", "0", "", "active", "否", "non", "nein", "não", "nee", "nie", "нет", "いいえ"}
)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a table writes numbers: the currency of prices that say none, and its columns' decimal signs."""

    currency: PriceCurrency
    columns: NumberColumns


def read_draft(row: MappedRow, sku: str, numbers: NumberFormat) -> tuple[ProductDraft, list[Sentence]]:
    """The product of a row, and what was left out of it.

    Args:
        sku: as :func:`sku_of` has read it.
    """
    notes: list[Sentence] = []
    values = row.values if are_plain(row.values.values()) else _known_values(row.values, notes)
    doubt = doubtful_code(row.values.get("sku", ""))
    notes += [] if doubt is None else [doubt]

    said = values.get
    by_format = numbers.currency.of(said("price", ""))
    own = by_format
    if "currency" in values:
        currency = _read(values["currency"], lambda text: read_mark(text, by_format), notes)
        own = currency if currency is not None else by_format
    price = _read(said("price"), lambda text: _price(text, own, numbers.columns.price, notes), notes)
    sale = None
    if not _OF_SALES.isdisjoint(values):
        price, sale = sale_of(
            values, price, lambda text: _price(text, own, numbers.columns.price, notes), notes
        )
    stocks = stock_texts(row)
    likely_unit, unit = _likely_unit(row, stocks), _read(said("unit"), read_unit, notes)
    barcode = None
    if "barcode" in values:
        barcode = read_barcode(values["barcode"])
        notes += barcode.notes if barcode.problem is None else (*barcode.notes, barcode.problem)
    stock, stock_unit = _stock(stocks, numbers.columns.stock, notes)
    draft = ProductDraft(
        sku=sku,
        title=said("title") or None,
        description=said("description"),
        category=said("category"),
        brand=said("brand"),
        barcode=None if barcode is None else barcode.text,
        price_minor=price[0] if price else None,
        currency=price[1] if price else None,
        stock=stock,
        stock_unit=stock_unit,
        low=_read(said("low_stock"), lambda text: _low(text, numbers.columns.stock), notes),
        unit=likely_unit if unit is Unit.MEASURE and likely_unit else unit,
        likely_unit=likely_unit,
        location=said("location"),
        tags=_read(said("tags"), lambda text: _tags(text, notes), notes),
        archived=_read(said("archived"), _archived, notes),
        sale=sale,
        extra=_known_extra(row.extra) if row.extra else None,
    )
    return draft, notes


def _read(text: str | None, parse: Callable[[str], _T], notes: list[Sentence]) -> _T | None:
    """What ``parse`` makes of a cell; None where there is none, or where it is refused, which is noted."""
    if text is None:
        return None
    try:
        return parse(text)
    except KnownError as error:
        notes.append(error.sentence)
        return None


def sku_of(row: MappedRow) -> str:
    """The row's SKU in one line, without signs that nobody sees; "" if it has none."""
    sku = clean_line(whole_code(row.values.get("sku", "")))
    sku = _FLOAT.sub(r"\1", sku) if sku.endswith(".0") else sku
    return sku if sku.isascii() else "".join(sign for sign in sku if unicodedata.category(sign) != "Cf")


def _known_values(values: Mapping[str, str], notes: list[Sentence]) -> dict[str, str]:
    """``values`` without those of which the file does not tell what they are."""
    known: dict[str, str] = {}
    for field, text in values.items():
        if field != "barcode" and is_plain(text):
            known[field] = text
            continue
        if isinstance(text, NoValue):  # said of the whole column
            continue
        problem = lost_code(text) if field == "barcode" else unknown_value(text)
        if problem is None:
            known[field] = text
        elif problem not in notes:
            notes.append(problem)
    return known


def _known_extra(extra: Mapping[str, str]) -> Mapping[str, str] | None:
    known = {
        column: text
        for column, text in extra.items()
        if is_plain(text) or not (isinstance(text, NoValue) or unknown_value(text) is not None)
    }
    return known or None


def _price(
    text: str, currency: str, column: NumberColumn, notes: list[Sentence]
) -> tuple[int | None, str] | None:
    """The price in its currency's smallest unit, and the currency; an empty cell says that there is none."""
    if not text:
        return None, currency
    if isinstance(text, DateCell):
        raise _turned_to_date(text)
    kind = type(text)
    read = _minor if kind in _ALIKE else _minor.__wrapped__
    minor, found, note = read(text, currency, column, kind)
    notes += [] if note is None else [note]
    return minor, found


@lru_cache(maxsize=4096)
def _minor(
    text: str, currency: str, column: NumberColumn, _kind: type[str]
) -> tuple[int, str, Sentence | None]:
    """A price in its currency's smallest unit, the currency, and a word if it was rounded.

    Kept for plain texts and numbers, by their kind, for as texts they are equal: many prices are alike.
    """
    price = read_price(text, currency)
    if price.readings.is_open and column.is_torn:
        raise _may_be_two(text)
    minor, is_exact = to_minor(price.amount(column.sign), price.currency)
    if is_exact:
        return minor, price.currency, None
    rounded = Sentence(
        message(
            "core", "The price “{price}” has more decimals than its currency: it is rounded to {rounded}."
        ),
        {"price": text[:40], "rounded": format_money(minor, price.currency)},
    )
    return minor, price.currency, rounded


def _stock(
    texts: tuple[str, ...], column: NumberColumn, notes: list[Sentence]
) -> tuple[Quantity | None, Unit | None]:
    """The sum over all places, and the unit that it is told in, if any.

    No stock where nothing is said, or where one place's cannot be read.
    """
    if not texts:
        return None, None
    if not all(map(is_plain, texts)):
        problems = [problem for text in texts if (problem := unknown_value(text)) is not None]
        notes += [problem for problem in problems if problem not in notes]
        if problems:
            return None, None
    kinds = tuple(map(type, texts))
    total = _total if _ALIKE.issuperset(kinds) else _total.__wrapped__
    stock, unit, note = total(texts, column, kinds)
    notes += [] if note is None else [note]
    return stock, unit


@lru_cache(maxsize=4096)
def _total(
    texts: tuple[str, ...], column: NumberColumn, _kinds: tuple[type[str], ...]
) -> tuple[Quantity | None, Unit | None, Sentence | None]:
    """The sum and its unit, and what was left out of it. Kept as :func:`_minor` is."""
    unit = next((unit for text in texts if (unit := _told_unit(text)) is not None), None)
    try:
        total = sum((_amount(text, column, unit) for text in texts), Decimal(0))
        stock = nearest(total)
    except KnownError as error:
        return None, None, error.sentence
    if stock.decimal == total:
        return stock, unit, None
    rounded = Sentence(
        message("core", "The stock {stock} has more than three decimals: it is rounded to {rounded}."),
        {"stock": str(total)[:40], "rounded": str(stock)},
    )
    return stock, unit, rounded


def _told_unit(text: str) -> Unit | None:
    """The unit behind a number, or that which its cell shows."""
    if text.isdecimal():
        return unit_named(_shown(text)) if isinstance(text, MarkedNumber) else None
    return unit_named(_shown(text) or split_unit(text)[1] or "")


def _low(text: str, column: NumberColumn) -> Quantity | None:
    """At how much there is too little, in what the product is counted in; an empty cell says nothing."""
    if not text:
        return None
    mark = nearest(_amount(text, column, None))
    if _told_unit(text) is not None:  # which need not be the product's
        raise no_mark(text[:40])
    require_mark(mark)
    return mark


def _likely_unit(row: MappedRow, stocks: tuple[str, ...]) -> Unit | None:
    """The unit behind the stock (``0.5 kg``), or the one that the price or the title is said to be for."""
    named = next((unit for text in stocks if (unit := _told_unit(text))), None)
    price = row.values.get("price", "")
    return named or _unit_of_price(_shown(price) or str(price)) or unit_of_title(row.values.get("title", ""))


_unit_of_price = lru_cache(maxsize=4096)(unit_of_title)


def _shown(text: str) -> str:
    """What the format of a cell shows beside its number."""
    return text.mark if isinstance(text, MarkedNumber) else ""


def _amount(text: str, column: NumberColumn, wanted: Unit | None) -> Decimal:
    """A number of stock, in the unit that is ``wanted`` where it is told in another one."""
    if isinstance(text, DateCell):
        raise _turned_to_date(text)
    if says_nothing_left(text):
        return Decimal(0)
    number, unit = split_unit(text)
    readings = read_number(number) if unit is None or unit_named(unit) is not None else None
    amount = None if readings is None else readings.by(None if column.is_torn else column.sign)
    if readings is None or amount is None:
        raise no_quantity(text) if readings is None else _may_be_two(text)
    told = _told_unit(text)
    same = amount if told is None or wanted is None else converted(amount, told, wanted)
    if same is None:
        raise no_quantity(text)
    return same


def _may_be_two(text: str) -> KnownError:
    return KnownError(
        message("core", "“{number}” may be two numbers, with decimals or with thousands: it was left out."),
        number=text[:40],
    )


def _turned_to_date(text: str) -> KnownError:
    return KnownError(
        message("core", "A spreadsheet has turned the number into the date {date}: correct it there."),
        date=text,
    )


def _tags(text: str, notes: list[Sentence]) -> tuple[str, ...] | None:
    """The tags that may be; None, "not said", where all of them may not."""
    tags, refused = good_tags(text)
    notes += refused
    return tags if tags or not refused else None


def _archived(text: str) -> bool:
    if text.casefold() in _YES or text.casefold() in _NO:
        return text.casefold() in _YES
    raise KnownError(message("core", "“{answer}” is neither yes nor no."), answer=text[:40])
