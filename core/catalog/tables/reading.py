"""Any table file to columns and rows of text."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from core.catalog.clean_text import clean_text
from core.catalog.no_value import says_nothing
from core.catalog.tables.cell_kinds import MeantText, NoValue
from core.catalog.tables.choices import NOTHING_CHOSEN, TableChoices
from core.catalog.tables.files.other_kinds import refuse_other_kinds
from core.catalog.tables.files.sheets import RemarkedRow, Sheet
from core.catalog.tables.files.text_files import read_text_sheet
from core.catalog.tables.files.workbooks import read_workbook_sheets
from core.catalog.tables.formulas import GUARDS, restored
from core.catalog.tables.headings import choice_notes, choose_sheet
from core.catalog.tables.long_cells import bounded_cells, picture_notes
from core.catalog.tables.no_values import NoValues
from core.catalog.tables.rows import (
    LONGEST_NAME,
    MOST_BYTES,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    RawRow,
    RawTable,
    Skipped,
)
from core.errors import KnownError
from core.files.hostile import require_plain_file
from core.messages import Sentence, message

_SHORT_CELL = 40
_KEPT_CELLS = 10_000
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
"""A word that a narrow column has cut: ``Artikel-`` above ``nummer``."""
_ZIP = b"PK\x03\x04"


def read_table(path: Path, known: Collection[str] = (), choices: TableChoices = NOTHING_CHOSEN) -> RawTable:
    """The table in the file ``path``, told by its content, not by its name.

    Rows that cannot be read are reported in ``skipped``; empty ones are passed over.

    Args:
        known: names of columns by which the heading is found, as
            :func:`core.catalog.tables.column_names.column_key` has them.
        choices: what a person has said about its encoding and its sheet.

    Raises:
        KnownError: the file is not there, too large, no table, or has no heading.
    """
    data = _read(path)
    if not data.startswith(_ZIP):
        refuse_other_kinds(path, data)
        return _table(path, [read_text_sheet(path, data, choices.encoding)], known)
    sheets = read_workbook_sheets(path, data)
    table = _table(path, _chosen(sheets, choices.sheet), known)
    return replace(table, sheets=tuple(sheet.name for sheet in sheets))


def _chosen(sheets: Sequence[Sheet], name: str | None) -> Sequence[Sheet]:
    """The sheet that a person has named; all where none was.

    Raises:
        KnownError: there is none of that name.
    """
    if name is None:
        return sheets
    found = [sheet for sheet in sheets if sheet.name.casefold() == name.strip().casefold()]
    if not found:
        raise KnownError(
            message("core", "There is no sheet “{sheet}”: the workbook has {sheets}."),
            sheet=name[:40],
            sheets=", ".join(f"“{sheet.name}”" for sheet in sheets),
        )
    return found


def _read(path: Path) -> bytes:
    try:
        require_plain_file(path)
        if path.stat().st_size > MOST_BYTES:
            raise KnownError(
                message("core", "{file} is larger than {most} MB: split it into several tables."),
                file=path,
                most=MOST_BYTES // 2**20,
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(message("core", "There is no file {file}: check the path."), file=path) from error
    except OSError as error:
        raise KnownError(
            message("core", "{file} cannot be read ({reason}): check the path and your rights."),
            file=path,
            reason=error.strerror or error,
        ) from error


def _table(path: Path, sheets: Sequence[Sheet], known: Collection[str]) -> RawTable:
    choice = choose_sheet(sheets, known)
    if choice is None:
        raise KnownError(message("core", "{file} is empty: a table needs a heading and rows."), file=path)
    sheet, heading = choice
    columns: tuple[str, ...] = ()
    heads: list[str] = []
    rows: list[RawRow] = []
    skipped: list[Skipped] = []
    remarks: list[Skipped] = []
    pictures: dict[str, None] = {}
    nothing = NoValues()
    cleaned = _CleanedCells()
    kept = 0
    for number, row in enumerate(sheet.rows(), start=1):
        if number > MOST_ROWS:
            raise KnownError(
                message("core", "{file} has more than {most} rows: split it into several tables."),
                file=path,
                most=MOST_ROWS,
            )
        if number <= heading.row:
            continue
        if isinstance(row, Sentence):
            skipped.append(Skipped(number, row))
            continue
        cells = row.cells if isinstance(row, RemarkedRow) else row
        kept += min(len(cells), len(columns) or MOST_COLUMNS)
        if kept > MOST_CELLS:
            raise KnownError(
                message("core", "{file} has more than {most} cells: split it into several tables."),
                file=path,
                most=MOST_CELLS,
            )
        texts = cleaned.all_of(cells)
        if not columns:
            columns = _headings(path, texts)
            heads = list(columns)
            continue
        if not any(texts) or texts == heads:  # long lists repeat their heading on each page
            continue
        problem = _problem(texts, len(columns))
        if problem is None:
            bounded = bounded_cells(texts, columns)
            rows.append(RawRow(number, dict(zip(columns, bounded.texts, strict=False))))
            remarks += [Skipped(number, remark) for remark in bounded.remarks]
            pictures |= dict.fromkeys(bounded.pictures)
            nothing.add(number, texts, cells, columns)
        else:
            skipped.append(Skipped(number, problem))
        if isinstance(row, RemarkedRow):  # it may be why the row has too many cells
            remarks.append(Skipped(number, row.remark))
    notes = (*choice_notes(sheets, sheet, heading), *sheet.notes, *picture_notes(pictures), *nothing.notes())
    return RawTable(columns, tuple(rows), tuple(skipped), tuple(remarks), notes)


class _CleanedCells(dict[str, str]):
    """Cells as they are meant, by what the file has: categories, brands, prices are those of many rows."""

    def __missing__(self, cell: str) -> str:
        if cell.isascii() and cell.isprintable() and cell[:1] not in GUARDS:  # as most are
            text = cell.strip()
            if says_nothing(text):
                text = NoValue()
        else:
            text = _clean_text(cell)
        if len(cell) <= _SHORT_CELL:
            if len(self) >= _KEPT_CELLS:
                self.clear()
            self[cell] = text
        return text

    def all_of(self, cells: Sequence[str]) -> list[str]:
        """A row's; numbers, days and errors of a workbook are what they are."""
        if set(map(type, cells)) <= {str}:
            return list(map(self.__getitem__, cells))
        return [self[cell] if type(cell) is str else cell for cell in cells]


def _clean_text(cell: str) -> str:
    meant = restored(cell)
    text = clean_text(meant)
    if not says_nothing(text):
        return text
    return NoValue() if meant is cell else MeantText(text)


def _problem(texts: list[str], columns: int) -> Sentence | None:
    if len(texts) > columns and any(texts[columns:]):
        return Sentence(
            message(
                "core",
                "The row was left out: it has {cells} cells, the heading {columns}; correct its separators.",
            ),
            {"cells": len(texts), "columns": columns},
        )
    return None


def _headings(path: Path, texts: list[str]) -> tuple[str, ...]:
    """The columns' names, each once, none empty."""
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > MOST_COLUMNS:
        raise KnownError(
            message("core", "{file} has more than {most} columns: leave some out."),
            file=path,
            most=MOST_COLUMNS,
        )
    longest = max(map(len, texts), default=0)
    if longest > LONGEST_NAME:
        raise KnownError(
            message(
                "core",
                "{file} has no heading: a cell of its first row has {length} characters. Is it a table?",
            ),
            file=path,
            length=longest,
        )
    names: dict[str, None] = {}
    for place, text in enumerate(texts, start=1):
        name = " ".join(_HYPHENATED.sub("", text).split()) or f"column {place}"
        unique, count = name, 1
        while unique in names:
            count += 1
            unique = f"{name} ({count})"
        names[unique] = None
    return tuple(names)
