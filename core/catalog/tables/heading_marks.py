"""What a heading says besides its column's name: a unit or a currency (``Stock (kg)``, ``Preis in €``)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalog.currencies.signs import is_mark
from core.quantities.units import Unit, unit_named

_MARKED = re.compile(
    r"(?P<name>\S.*?)\s*(?:"
    r"[(\[（【]\s*(?:in\s+|en\s+|à la\s+|per\s+|pro\s+)?(?P<within>[^()\[\]（）【】]{1,40}?)\s*[)\]）】]"
    r"|[\s_](?:in|en|em|per|pro|par|por|w|za|в|за)[\s_](?P<behind>[^\s()]{1,15})"
    r"|\s*[/,，:：|·]\s*(?P<per>[^\s()]{1,15})"
    r"|\s+[-–—]\s+(?P<dashed>[^\s()]{1,15})"
    r"|[\s_](?P<last>[^\s()_]{1,15})"
    r")\s*",
    re.IGNORECASE,
)
_ONE_LETTER = re.compile(r"[a-z]|in|st", re.IGNORECASE)
"""At a name's end rather a size (``Stock M``) or another word than a unit."""
_SLASH = re.compile(r"\s*/\s*")
_BETWEEN = re.compile(r"[/,，;、・·\s]+")
_TAX_WORDS = frozenset(
    (
        *(
            "incl",
            "inkl",
            "inc",
            "incluido",
            "incluida",
            "incluso",
            "inclusa",
            "compris",
            "com",
            "con",
            "mit",
        ),
        *("vat", "tax", "gst", "mwst", "ust", "ttc", "tva", "iva", "btw", "brutto", "с", "ндс"),
        *("税込", "税込み", "含税", "含稅"),
    )
)
"""What says that a price is the one that customers pay."""
_LONGEST = 100
"""Characters of a heading that is taken apart; nobody writes longer ones."""
_MOST_MARKS = 2
"""``Price per kg, €``: a unit and a currency."""


@dataclass(frozen=True, slots=True)
class MarkedHeading:
    """A column's name without what it says besides, and the words for a currency and a unit, or ""."""

    name: str
    currency: str = ""
    unit: str = ""


def marked_heading(column: str) -> MarkedHeading:
    """``column`` taken apart; as it stands where what is behind its name is no unit and no currency."""
    heading = MarkedHeading(column)
    if len(column) > _LONGEST:
        return heading
    name = _SLASH.sub("/", column)
    for _mark in range(_MOST_MARKS):
        match = _MARKED.fullmatch(name)
        mark = None if match is None else _mark_in(match)
        if match is None or mark is None:
            break
        if (heading.currency and mark.currency) or (heading.unit and mark.unit):
            break
        name = match["name"]
        heading = MarkedHeading(name, heading.currency or mark.currency, heading.unit or mark.unit)
    return heading if heading.currency or heading.unit else MarkedHeading(column)


def without_tax(name: str) -> str:
    """``Price`` of ``Price incl. VAT``."""
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".").casefold() in _TAX_WORDS:
        words.pop()
    return " ".join(words)


def _mark_in(match: re.Match[str]) -> MarkedHeading | None:
    """What is behind a column's name, taken apart; None if any of it is something else."""
    last = match["last"]
    if last is not None and _ONE_LETTER.fullmatch(last):
        return None
    text = match["within"] or match["behind"] or match["per"] or match["dashed"] or last
    parts = [part for part in _BETWEEN.split(text) if part.rstrip(".").casefold() not in _TAX_WORDS]
    units = [part for part in parts if unit_named(part) not in (None, Unit.MEASURE)]
    currencies = [part for part in parts if part not in units and is_mark(part)]
    if not parts or len(units) + len(currencies) != len(parts) or max(len(units), len(currencies)) > 1:
        return None
    return MarkedHeading("", "".join(currencies), "".join(units))


def said_by_headings(mapping: Mapping[str, str]) -> dict[str, str]:
    """The currency and the unit that the headings of prices and stock name, where they have no column.

    Args:
        mapping: field to column.
    """
    price, stock = (marked_heading(mapping.get(field, "")) for field in ("price", "stock"))
    found = {"currency": price.currency, "unit": stock.unit or price.unit}
    return {field: text for field, text in found.items() if text and field not in mapping}
