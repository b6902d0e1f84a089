"""The rows of one sheet of an XLSX workbook, cell by cell as the file holds them.

Our own reader, by patterns where they suffice and on top of expat: it keeps what the cells say of themselves
(number, date, error, formula without a value), which readers that give values alone do not.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.parsers import expat

from core.catalog.tables.files.regular_rows import Irregular, regular_rows, row_number
from core.catalog.tables.files.sheet_cells import cell_text, column_number, put
from core.catalog.tables.files.workbook_parts import Workbook
from core.catalog.tables.rows import MOST_COLUMNS, MOST_ROWS

_CHUNK = 2**18
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']""")
_HIDDEN = re.compile(
    rb"""<(?:\w+:)?row\s[^<>]{0,300}?\bhidden\s*=\s*["'](?:1|true)["'][^<>]{0,300}>(?=\s*<(?:\w+:)?c\b)"""
)
_OVERLAP = 400
_MOST_MERGED = 100_000


@dataclass(frozen=True, slots=True)
class Overview:
    """What is told of a sheet as a whole.

    Attributes:
        merged: the columns that are merged from a row downwards, each with its last row; by that row.
        hidden: how many rows a person does not see.
    """

    merged: Mapping[int, Sequence[tuple[int, int]]]
    hidden: int


def read_sheet_rows(
    archive: zipfile.ZipFile,
    part: str,
    workbook: Workbook,
    merged: Mapping[int, Sequence[tuple[int, int]]],
) -> Iterator[list[str]]:
    """Each row's cells, empty rows included, so that a row's place is its number.

    A cell that is merged with those below it gives its value to each of them.

    Args:
        merged: as :class:`Overview` has it.

    Raises:
        ValueError, xml.parsers.expat.ExpatError: the sheet is damaged.
    """
    above: dict[int, tuple[int, str]] = {}
    last = 0
    for number, cells in _numbered_rows(archive, part, workbook):
        while last + 1 < number:  # a gap, of which a sheet may claim a billion
            last += 1
            if last > MOST_ROWS:
                break
            yield []
        last = number
        for column, end in merged.get(number, ()):
            if column < len(cells):
                above[column] = (end, cells[column])
        for column, (end, text) in tuple(above.items()) if above else ():
            if number > end:
                del above[column]
            elif column >= len(cells) or not cells[column]:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = text
        yield cells


def look_over(archive: zipfile.ZipFile, part: str) -> Overview:
    """Which cells of several rows are merged, and how many rows are hidden."""
    merged: dict[int, list[tuple[int, int]]] = {}
    count, hidden, tail = 0, 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            text = tail + chunk
            end = 0
            for match in _HIDDEN.finditer(text) if b"hidden" in text else ():
                hidden, end = hidden + 1, match.end()
            for match in _MERGED.finditer(text) if b"mergeCell" in text else ():
                end = max(end, match.end())
                column, first, last = column_number(match[1].decode()), int(match[2]), int(match[4])
                if column < MOST_COLUMNS and first < last and count < _MOST_MERGED:
                    merged.setdefault(first, []).append((column, last))
                    count += 1
            tail = text[max(end, len(text) - _OVERLAP) :]
    return Overview(merged, hidden)


def _numbered_rows(
    archive: zipfile.ZipFile, part: str, workbook: Workbook
) -> Iterator[tuple[int, list[str]]]:
    done = 0
    try:
        with archive.open(part) as stream:
            for row in regular_rows(stream, workbook):
                done += 1
                yield row
    except Irregular:
        yield from islice(_parsed_rows(archive, part, workbook), done, None)


def _parsed_rows(archive: zipfile.ZipFile, part: str, workbook: Workbook) -> Iterator[tuple[int, list[str]]]:
    sheet = _SheetParser(workbook)
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            sheet.parser.Parse(chunk, False)
            yield from sheet.taken()
        sheet.parser.Parse(b"", True)
        yield from sheet.taken()


class _SheetParser:
    """Collects rows while expat reads."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._rows: list[tuple[int, list[str]]] = []
        self._cells: list[str] = []
        self._number = 0
        self._column = -1
        self._kind = "n"
        self._style = ""
        self._is_text = False
        self._has_formula = False
        self._aside = 0
        self._pieces: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._names: dict[str, str] = {}

    def taken(self) -> list[tuple[int, list[str]]]:
        """The rows that are whole, each with its number; they are forgotten here."""
        rows, self._rows = self._rows, []
        return rows

    def _name(self, tag: str) -> str:
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = tag.rpartition("}")[2]
        return name

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = self._name(tag)
        if name == "c":
            place = attributes.get("r", "")
            letters = place.rstrip("0123456789")
            self._column = column_number(letters) if letters else self._column + 1
            self._kind = attributes.get("t", "n")
            self._style = attributes.get("s", "")
            self._has_formula = False
            self._pieces = []
        elif name in ("v", "t"):
            self.parser.CharacterDataHandler = None if self._aside else self._pieces.append
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._number = row_number(attributes.get("r", ""), self._number)
            self._cells, self._column = [], -1
        elif name == "rPh":
            self._aside += 1

    def _end(self, tag: str) -> None:
        name = self._name(tag)
        if name in ("v", "t"):
            self.parser.CharacterDataHandler = None
        elif name == "c" and self._column <= MOST_COLUMNS:
            value = "".join(self._pieces)
            text = cell_text(value, self._kind, self._style, self._workbook, has_formula=self._has_formula)
            put(self._cells, self._column, text)
        elif name == "row":
            self._rows.append((self._number, self._cells))
            self._cells = []  # of a cell that stands behind it, which is of no row
        elif name == "rPh":
            self._aside -= 1
