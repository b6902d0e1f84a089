"""The rows of one sheet of an XLSX workbook, cell by cell as the file holds them.

Our own reader on top of expat: it keeps what the cells say of themselves (number, date, error, formula
without a value), which readers that give values alone do not, and takes a third of openpyxl's time.
"""

import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from core.catalog.tables.cell_kinds import ErrorCell, UnsavedFormula
from core.catalog.tables.files.number_formats import GENERAL
from core.catalog.tables.files.workbook_parts import Workbook
from core.catalog.tables.rows import MOST_COLUMNS, MOST_ROWS

_CHUNK = 2**18
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']""")
_HIDDEN = re.compile(
    rb"""<(?:\w+:)?row\s[^<>]{0,300}?\bhidden\s*=\s*["'](?:1|true)["'][^<>]{0,300}>(?=\s*<(?:\w+:)?c\b)"""
)
_OVERLAP = 400
_MOST_MERGED = 100_000
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read_sheet_rows(archive: zipfile.ZipFile, part: str, workbook: Workbook) -> Iterator[list[str]]:
    """Each row's cells, empty rows included, so that a row's place is its number.

    A cell that is merged with those below it gives its value to each of them.

    Raises:
        ValueError, xml.parsers.expat.ExpatError: the sheet is damaged.
    """
    merged, _hidden = _looked_over(archive, part)
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
        for column, (end, text) in tuple(above.items()):
            if number > end:
                del above[column]
            elif column >= len(cells) or not cells[column]:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = text
        yield cells


def look_over(archive: zipfile.ZipFile, part: str) -> tuple[bool, int]:
    """Whether cells of several rows are merged, and how many rows a person does not see."""
    merged, hidden = _looked_over(archive, part)
    return bool(merged), hidden


def _looked_over(archive: zipfile.ZipFile, part: str) -> tuple[dict[int, list[tuple[int, int]]], int]:
    """First row to the columns that are merged from there, each with its last row; and the hidden rows."""
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
                column, first, last = _column(match[1].decode()), int(match[2]), int(match[4])
                if column < MOST_COLUMNS and first < last and count < _MOST_MERGED:
                    merged.setdefault(first, []).append((column, last))
                    count += 1
            tail = text[max(end, len(text) - _OVERLAP) :]
    return merged, hidden


def _numbered_rows(
    archive: zipfile.ZipFile, part: str, workbook: Workbook
) -> Iterator[tuple[int, list[str]]]:
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
            self._column = _column(letters) if letters else self._column + 1
            self._kind = attributes.get("t", "n")
            self._style = attributes.get("s", "")
            self._has_formula = False
            self._pieces = []
        elif name in ("v", "t"):
            self.parser.CharacterDataHandler = None if self._aside else self._pieces.append
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            number = attributes.get("r", "")
            self._number = int(number) if number.isdecimal() and len(number) < 10 else self._number + 1
            self._cells, self._column = [], -1
        elif name == "rPh":
            self._aside += 1

    def _end(self, tag: str) -> None:
        name = self._name(tag)
        if name in ("v", "t"):
            self.parser.CharacterDataHandler = None
        elif name == "c":
            self._keep()
        elif name == "row":
            self._rows.append((self._number, self._cells))
        elif name == "rPh":
            self._aside -= 1

    def _keep(self) -> None:
        if self._column > MOST_COLUMNS:
            return
        text = self._text("".join(self._pieces))
        if text or isinstance(text, UnsavedFormula):
            cells = self._cells
            if self._column > len(cells):
                cells += [""] * (self._column - len(cells))
            if self._column == len(cells):
                cells.append(text)
            else:
                cells[self._column] = text

    def _text(self, value: str) -> str:
        kind = self._kind
        if kind == "s":
            return self._workbook.texts[int(value)] if value else ""
        if not value:
            return UnsavedFormula() if self._has_formula and kind != "str" else ""
        if kind == "n":
            style = int(self._style) if self._style.isdecimal() else 0
            formats = self._workbook.formats
            format_ = formats[style] if style < len(formats) else GENERAL
            return format_.text(value, since_1904=self._workbook.since_1904)
        if kind == "b":
            return "true" if value in ("1", "true") else "false"
        return ErrorCell(value) if kind == "e" else value


def _column(letters: str) -> int:
    """A=0; columns beyond those of any spreadsheet are the last one and one."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - 64
    return number - 1 if 0 < number <= MOST_COLUMNS + 1 else MOST_COLUMNS + 1
