"""What a person has said about a table that does not tell it itself."""

from dataclasses import dataclass
from typing import Literal

from core.catalog.written_numbers import DecimalSign


@dataclass(frozen=True, slots=True)
class TableChoices:
    """Choices are None where they are left to the table.

    Attributes:
        decimal_sign: of numbers that may be read in two ways.
        encoding: of a text file, by its name in Python, such as ``cp1250``.
        sheet: the name of the sheet of a workbook.
        photos: what its photos show, a :class:`core.catalog.photos.photos.PhotoKind` by its value.
        guess_others: whether columns that no mapping by hand names are understood by what they are called.
    """

    decimal_sign: DecimalSign | None = None
    encoding: str | None = None
    sheet: str | None = None
    photos: Literal["catalog", "counter"] | None = None
    guess_others: bool = False


NOTHING_CHOSEN = TableChoices()
