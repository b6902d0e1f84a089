"""What a person has said about a table that does not tell it itself."""

from dataclasses import dataclass

from core.catalog.written_numbers import DecimalSign


@dataclass(frozen=True, slots=True)
class TableChoices:
    """Each is None where it is left to the table.

    Attributes:
        decimal_sign: of numbers that may be read in two ways.
        encoding: of a text file, by its name in Python, such as ``cp1250``.
        sheet: the name of the sheet of a workbook.
    """

    decimal_sign: DecimalSign | None = None
    encoding: str | None = None
    sheet: str | None = None


NOTHING_CHOSEN = TableChoices()
