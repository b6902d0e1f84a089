"""A row's texts to a product draft: numbers read, tags split, and what cannot be read reported."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from core.catalog.barcodes.written import barcode_problem, read_barcode
from core.catalog.clean_text import clean_line
from core.catalog.money import DecimalSign, parse_currency, parse_money
from core.catalog.products.products import ProductDraft
from core.catalog.tables.mapped_rows import MappedRow
from core.catalog.tags.tag_names import good_tags
from core.errors import KnownError
from core.messages import Sentence, message

_T = TypeVar("_T")
_YES = frozenset({"yes", "y", "true", "1", "x", "archived", "是"})
_NO = frozenset({"no", "n", "false", "0", "", "否"})
_MOST_STOCK = 10**9
_MOST_DIGITS = 40
"""Leading zeros included; Python refuses to read thousands of them."""


@dataclass(frozen=True, slots=True)
class MoneyFormat:
    """How a table writes prices: the currency where none is said, and its decimal sign if that is known."""

    currency: str = ""
    decimal_sign: DecimalSign | None = None


def read_draft(row: MappedRow, money: MoneyFormat) -> tuple[ProductDraft, list[Sentence]]:
    """The product of a row that has a SKU, and what was left out of it."""
    notes: list[Sentence] = []
    values = row.values

    def read(name: str, parse: Callable[[str], _T]) -> _T | None:
        text = values.get(name)
        if text is None:
            return None
        try:
            return parse(text)
        except KnownError as error:
            notes.append(error.sentence)
            return None

    currency = read("currency", lambda text: parse_currency(text, money.currency))
    own = currency if currency is not None else money.currency
    price = read("price", lambda text: parse_money(text, own, money.decimal_sign) if text else (None, own))
    barcode = read_barcode(values.get("barcode", ""))
    notes += barcode.notes
    problem = barcode_problem(barcode.text)
    if problem is not None:
        notes.append(problem)
    draft = ProductDraft(
        sku=clean_line(values["sku"]),
        title=values.get("title") or None,
        description=values.get("description"),
        category=values.get("category"),
        brand=values.get("brand"),
        barcode=barcode.text if "barcode" in values else None,
        price_minor=price[0] if price else None,
        currency=price[1] if price else None,
        stock=read("stock", _stock),
        location=values.get("location"),
        tags=read("tags", lambda text: _tags(text, notes)),
        archived=read("archived", _archived),
        extra=dict(row.extra) or None,
    )
    return draft, notes


def _stock(text: str) -> int | None:
    """Whole pieces; an empty cell says nothing."""
    if not text:
        return None
    digits = re.sub(r"[\s\u00a0\u202f'’]", "", text).replace("\u2212", "-")
    if re.fullmatch(r"[+-]?\d{1,3}([.,]\d{3})+", digits, re.ASCII):
        digits = re.sub(r"[.,]", "", digits)
    match = re.fullmatch(r"([+-]?\d+)([.,]0*)?", digits, re.ASCII)
    if match is None or len(match[1]) > _MOST_DIGITS or abs(int(match[1])) > _MOST_STOCK:
        raise KnownError(
            message("core", "“{stock}” is no number of pieces: write a whole number."), stock=text[:40]
        )
    return int(match[1])


def _tags(text: str, notes: list[Sentence]) -> tuple[str, ...] | None:
    """The tags that may be; None, "not said", where all of them may not."""
    tags, refused = good_tags(text)
    notes += refused
    return tags if tags or not refused else None


def _archived(text: str) -> bool:
    if text.casefold() in _YES or text.casefold() in _NO:
        return text.casefold() in _YES
    raise KnownError(message("core", "“{answer}” is neither yes nor no."), answer=text[:40])
