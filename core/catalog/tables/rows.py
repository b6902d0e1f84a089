"""A table as read from a file: columns and rows of text, before anybody knows what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.messages import Sentence

# A table beyond these is a mistake or an attack; all of a shop's products fit easily.
MOST_BYTES = 128 * 2**20
MOST_ROWS = 500_000
MOST_COLUMNS = 500
LONGEST_CELL = 100_000
LONGEST_NAME = 1_000
"""Of a column, in characters: names are shown, and stand in sentences."""
MOST_CELLS = 10_000_000
"""Of all rows together, empty ones included: each takes some hundred bytes until the products are stored."""
MOST_PHOTOS = 1_000_000
"""That all rows together may name; each is looked for on the disk."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: ``number`` as a spreadsheet counts, the heading being row 1; text by column name."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out: its row in the table (or its path), and why."""

    row: int | str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class RawTable:
    """All that a file holds.

    Attributes:
        skipped: rows that could not be read.
        remarks: what a person should know of rows that could.
        notes: what a person should know of the whole table: which sheet it is, where its heading stands.
        sheets: the names of a workbook's sheets; none for a text file.
    """

    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    skipped: tuple[Skipped, ...]
    remarks: tuple[Skipped, ...] = ()
    notes: tuple[Sentence, ...] = ()
    sheets: tuple[str, ...] = ()
