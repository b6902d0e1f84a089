"""A cell of an XLSX sheet: which column it stands in, and its text by its kind and its format."""

from functools import lru_cache

from core.catalog.tables.cell_kinds import ErrorCell, UnsavedFormula
from core.catalog.tables.files.number_formats import GENERAL
from core.catalog.tables.files.workbook_parts import Workbook
from core.catalog.tables.rows import MOST_COLUMNS


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """A=0; columns beyond those of any spreadsheet are the last one and one."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - 64
    return number - 1 if 0 < number <= MOST_COLUMNS + 1 else MOST_COLUMNS + 1


def put(cells: list[str], column: int, text: str) -> None:
    """Put a cell's text into its row, which is as long as its last cell that says something."""
    if not text and not isinstance(text, UnsavedFormula):
        return
    if column > len(cells):
        cells += [""] * (column - len(cells))
    if column == len(cells):
        cells.append(text)
    else:
        cells[column] = text


def cell_text(value: str, kind: str, style: str, workbook: Workbook, *, has_formula: bool) -> str:
    """What a cell says.

    Args:
        value: as the sheet holds it.
        kind, style: its attributes ``t`` and ``s``.

    Raises:
        ValueError, IndexError: the sheet is damaged.
    """
    if kind == "s":
        return workbook.texts[int(value)] if value else ""
    if not value:
        return UnsavedFormula() if has_formula and kind != "str" else ""
    if kind == "n":
        number = int(style) if style.isdecimal() else 0
        format_ = workbook.formats[number] if number < len(workbook.formats) else GENERAL
        return format_.text(value, since_1904=workbook.since_1904)
    if kind == "b":
        return "true" if value in ("1", "true") else "false"
    return ErrorCell(value) if kind == "e" else value
