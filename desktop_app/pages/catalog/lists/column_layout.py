"""Which columns the catalog's table shows, in which order and how wide: as the settings keep it.

They are the user's, not the shop's: the columns are the same in every shop, who looks at them differs, and a
shop that can only be read is looked at all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.pages.catalog.lists.product_columns import Column

LEAST, _MOST = 64, 2000
"""Pixels of a column's width."""


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column and its width in pixels."""

    column: Column
    width: int


AS_IT_COMES = (
    ShownColumn(Column.TITLE, 264),
    ShownColumn(Column.PRICE, 126),
    ShownColumn(Column.STOCK, 84),
    ShownColumn(Column.LOCATION, 108),
    ShownColumn(Column.CATEGORY, 132),
    ShownColumn(Column.SKU, 116),
    ShownColumn(Column.BRAND, 120),
    ShownColumn(Column.TAGS, 150),
    ShownColumn(Column.BARCODE, 144),
    ShownColumn(Column.UPDATED, 148),
)


def read_layout(stored: Sequence[str]) -> tuple[ShownColumn, ...]:
    """The columns from the left; what a setting says of columns that there are not is left out.

    The product's own column is always shown: a row without a name cannot be told from another.
    """
    names = {column.name.lower(): column for column in Column}
    shown: dict[Column, ShownColumn] = {}
    for text in stored:
        name, _, width = text.partition(" ")
        if name in names and width.isascii() and width.isdigit():
            column = names[name]
            shown[column] = ShownColumn(column, min(_MOST, max(LEAST, int(width[:5]))))
    if Column.TITLE not in shown:
        return (AS_IT_COMES[0], *shown.values()) if shown else AS_IT_COMES
    return tuple(shown.values())


def written_layout(shown: Sequence[ShownColumn]) -> tuple[str, ...]:
    """The same for the settings; nothing where it is as it comes."""
    if tuple(shown) == AS_IT_COMES:
        return ()
    return tuple(f"{one.column.name.lower()} {one.width}" for one in shown)
