"""What is common to programs that write a product as several rows: variants, and rows that only add to it.

A variant is a product of ours, for it has a SKU, a price and a stock of its own. What its row leaves empty is
told by any other row of its group.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence

from core.catalog.tables.rows import RawRow

_BEFORE_OPTIONS, _BETWEEN_OPTIONS = " – ", " / "
_SIGNS = {
    "+": " plus ",
    "<": " below ",
    ">": " above ",
    "=": " equals ",
    "%": " percent ",
    "±": " plus-minus ",
}
_LEADING_MINUS = re.compile(r"(?:^|(?<=\s))[-\u2212\u2013](?=\s*[\d.,])")
"""A hyphen between words joins them, one before a number makes it negative."""


def grouped(rows: Iterable[RawRow], group: Callable[[RawRow], str]) -> list[tuple[str, list[RawRow]]]:
    """The rows of each group in order, wherever they stand; a row without a group is one by itself."""
    groups: dict[str, list[RawRow]] = {}
    for row in rows:
        groups.setdefault(group(row) or f"row {row.number}", []).append(row)
    return list(groups.items())


def told_by_any(rows: Sequence[RawRow], is_own: Callable[[str], bool]) -> RawRow:
    """What the rows of a group say of all of it: of each column the first cell that is filled.

    Args:
        is_own: whether a column tells of its row alone; such columns are left out.
    """
    told: dict[str, str] = {}
    for row in rows:
        for column, text in row.cells.items():
            if not is_own(column) and not told.get(column):
                told[column] = text
    return RawRow(rows[0].number, told)


def joined(texts: Iterable[str | None], separator: str = ", ") -> str | None:
    """Lists that several rows of one product hold, as one list; None if none of them has the column."""
    known = [text for text in texts if text is not None]
    return separator.join(text for text in dict.fromkeys(known) if text) if known else None


def variant_title(family: str, options: Iterable[str]) -> str:
    """``Shirt – Red / S``."""
    variant = _BETWEEN_OPTIONS.join(option for option in options if option)
    return f"{family}{_BEFORE_OPTIONS}{variant}" if variant else family


def is_made_of(group: str, sku: str, title: str) -> bool:
    """Whether we made a product's SKU: of its group's name alone, or of that and the options in its title."""
    if sku == group:
        return True
    _family, mark, variant = title.rpartition(_BEFORE_OPTIONS)
    options = variant.split(_BETWEEN_OPTIONS)
    return bool(mark) and sku.startswith(MadeSkus(group).of(options))


def says_all(name: str, options: Iterable[str]) -> bool:
    """Whether a variant's own name has each of its options already, as words."""
    words = name.casefold()
    return all(
        re.search(rf"(?<!\w){re.escape(option.casefold())}(?!\w)", words) for option in options if option
    )


class MadeSkus:
    """SKUs for the variants of one group that have none: the same ones at every import, and no two alike."""

    def __init__(self, group: str) -> None:
        self._group = group
        self._taken: dict[str, tuple[str, ...]] = {}

    def of(self, options: Sequence[str]) -> str:
        """The SKU of the variant with these options.

        Where signs that a SKU does not have would make it another variant's, a few letters tell them apart.
        """
        key = tuple(options)
        sku = "-".join([self._group, *(slug for option in options if (slug := _slug(option)))])
        if self._taken.setdefault(sku, key) != key:
            sku += "-" + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:4]
            self._taken[sku] = key
        return sku


def _slug(text: str) -> str:
    """``+1.00`` as ``plus-1-00``, and ``-1.00`` as ``minus-1-00``: a sign may be all the difference."""
    named = _LEADING_MINUS.sub(" minus ", text.casefold())
    for sign, name in _SIGNS.items():
        named = named.replace(sign, name)
    return re.sub(r"\W+", "-", named).strip("-")
