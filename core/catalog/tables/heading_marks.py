"""What a heading says besides its column's name: a unit or a currency (``Stock (kg)``, ``Preis in €``)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalog.currencies.signs import is_mark
from core.quantities.units import Unit, unit_named

_MARKED = re.compile(
    r"(?P<name>\S.*?)\s*(?:"
    r"[(\[（【]\s*(?:in\s+|en\s+|à la\s+|per\s+|pro\s+)?(?P<within>[^()\[\]（）【】]{1,20}?)\s*[)\]）】]"
    r"|[\s_](?:in|en|em|per|pro|par|por|w|za|в|за)[\s_](?P<behind>[^\s()]{1,15})"
    r"|\s*[/,，]\s*(?P<per>[^\s()]{1,15})"
    r"|[\s_](?P<last>[^\s()\w]{1,3}|[A-Z]{3})"
    r")\s*",
    re.IGNORECASE,
)


_LONGEST = 100
"""Characters of a heading that is taken apart; nobody writes longer ones."""


@dataclass(frozen=True, slots=True)
class MarkedHeading:
    """A column's name without what it says besides, and the words for a currency and a unit, or ""."""

    name: str
    currency: str = ""
    unit: str = ""


def marked_heading(column: str) -> MarkedHeading:
    """``column`` taken apart; as it stands where what is behind its name is no unit and no currency."""
    match = _MARKED.fullmatch(column) if len(column) <= _LONGEST else None
    if match is None:
        return MarkedHeading(column)
    mark = match["within"] or match["behind"] or match["per"] or match["last"]
    parts = [part.strip() for part in mark.split("/")]
    units = [part for part in parts if unit_named(part) not in (None, Unit.MEASURE)]
    currencies = [part for part in parts if part not in units and is_mark(part)]
    if len(units) + len(currencies) != len(parts) or max(len(units), len(currencies)) > 1:
        return MarkedHeading(column)
    return MarkedHeading(match["name"], "".join(currencies), "".join(units))


def said_by_headings(mapping: Mapping[str, str]) -> dict[str, str]:
    """The currency and the unit that the headings of prices and stock name, where they have no column.

    Args:
        mapping: field to column.
    """
    price, stock = (marked_heading(mapping.get(field, "")) for field in ("price", "stock"))
    found = {"currency": price.currency, "unit": stock.unit or price.unit}
    return {field: text for field, text in found.items() if text and field not in mapping}
