"""Where a table's heading stands: not always in its first row, nor on a workbook's first sheet."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from core.catalog.tables.column_names import column_key
from core.catalog.tables.files.sheets import RemarkedRow, Sheet, SheetRow
from core.catalog.tables.heading_marks import marked_heading
from core.messages import Sentence, message

_LOOKED_AT = 40
"""Rows; letterheads, filters and explanations are shorter."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its row in the sheet (from 0), and how many of its cells are names that we know."""

    row: int
    known: int


def find_heading(sheet: Sheet, known: Collection[str]) -> Heading | None:
    """The heading of a sheet; None if it has no row with anything in it.

    It is the row with most names of columns that we know (``known``, by :func:`column_key`). Where no row has
    any, it is the first that is about as wide as the rows are: titles and remarks above are narrower.
    """
    rows = [_filled(row) for row in islice(sheet.rows(), _LOOKED_AT)]
    filled = [number for number, cells in enumerate(rows) if cells]
    if not filled:
        return None
    if max(len(cells) for cells in rows) == 1:
        return Heading(filled[0], int(_is_known(rows[filled[0]][0], known)))
    counts = {number: sum(_is_known(cell, known) for cell in rows[number]) for number in filled}
    best = max(filled, key=lambda number: (counts[number], -number))
    if counts[best] > 1:
        return Heading(best, counts[best])
    usual, _count = Counter(len(rows[number]) for number in filled if len(rows[number]) > 1).most_common(1)[0]
    first = next(number for number in filled if len(rows[number]) * 2 > usual)
    return Heading(first, counts[first])


def choose_sheet(sheets: Sequence[Sheet], known: Collection[str]) -> tuple[Sheet, Heading] | None:
    """The sheet that is the table, with its heading; None if all are empty.

    A visible one goes before a hidden one, then one whose heading we understand, the one in front, and the
    first.
    """
    found = [(sheet, heading) for sheet in sheets if (heading := find_heading(sheet, known)) is not None]
    if not found:
        return None
    return max(
        found,
        key=lambda pair: (not pair[0].is_hidden, min(pair[1].known, 2), pair[0].is_active, pair[1].known > 0),
    )


def choice_notes(sheets: Sequence[Sheet], chosen: Sheet, heading: Heading) -> list[Sentence]:
    """What a person should know of the choice: other sheets that are not read, rows above the heading."""
    notes = []
    others = [
        sheet
        for sheet in sheets
        if sheet is not chosen and any(map(_filled, islice(sheet.rows(), _LOOKED_AT)))
    ]
    if others:
        notes.append(
            Sentence(
                message("core", "The sheet “{sheet}” is read. Not read: {others}."),
                {"sheet": chosen.name, "others": ", ".join(f"“{sheet.name}”" for sheet in others)},
            )
        )
    above = sum(1 for row in islice(chosen.rows(), heading.row) if _filled(row))
    if above:
        notes.append(
            Sentence(
                message("core", "The heading was found in row {row}; what stands above it is not read."),
                {"row": heading.row + 1},
            )
        )
    return notes


def _is_known(cell: str, known: Collection[str]) -> bool:
    return column_key(cell) in known or column_key(marked_heading(cell).name) in known


def _filled(row: SheetRow) -> list[str]:
    cells = row.cells if isinstance(row, RemarkedRow) else row
    return [cell for cell in cells if cell.strip()] if isinstance(cells, list) else []
