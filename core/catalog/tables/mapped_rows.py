"""Rows whose cells have found their fields, still as text: what every profile makes of a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.catalog.tables.rows import RawRow
from core.messages import Sentence


@dataclass(frozen=True, slots=True)
class NamedPhoto:
    """A photo as a row names it."""

    text: str
    row: int


@dataclass(frozen=True, slots=True)
class MappedRow:
    """One product of a table.

    Attributes:
        number: its row.
        values: text by field (see :data:`core.catalog.tables.fields.FIELDS`); a field that the table
            does not have is not in it.
        extra: text by column, of all further columns.
        stocks: where the table counts several places, each one's text; the stock is their sum then.
        notes: what was done to the row that a person should know.
        made_of: what the program calls the product, where its SKU was made of that; "" where it has its own.
    """

    number: int
    values: Mapping[str, str]
    extra: Mapping[str, str]
    photos: tuple[NamedPhoto, ...] = field(default=())
    counter_photos: tuple[NamedPhoto, ...] = field(default=())
    stocks: tuple[str, ...] = ()
    notes: tuple[Sentence, ...] = ()
    made_of: str = ""


class Cells:
    """A row's cells, taken by name (upper and lower case alike) until only further columns remain."""

    def __init__(self, row: RawRow, inherited: RawRow | None = None) -> None:
        """``inherited`` gives the cells that are empty in ``row``."""
        self._cells = dict(inherited.cells) if inherited else {}
        self._cells |= {
            column: text for column, text in row.cells.items() if text or column not in self._cells
        }
        self._by_key = {column.casefold(): column for column in self._cells}

    def take(self, *names: str) -> str | None:
        """The text of the first of these columns that the table has; None if it has none of them."""
        found = [self._by_key.pop(name.casefold()) for name in names if name.casefold() in self._by_key]
        texts = [self._cells.pop(column) for column in found]
        return next((text for text in texts if text), texts[0]) if texts else None

    def take_beginning(self, *beginnings: str) -> list[str]:
        """The texts of all columns that begin so; programs write one for each store."""
        keys = [key for key in self._by_key if key.startswith(tuple(name.casefold() for name in beginnings))]
        return [self._cells.pop(self._by_key.pop(key)) for key in keys]

    def rest(self) -> dict[str, str]:
        """Every column that was not taken and is not empty."""
        return {column: text for column, text in self._cells.items() if text}


def said(**values: str | None) -> dict[str, str]:
    """The fields that have a value, be it empty."""
    return {name: value for name, value in values.items() if value is not None}
