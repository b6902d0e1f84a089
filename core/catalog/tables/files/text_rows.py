"""Lines of a CSV or TSV text to rows of cells, and what a quotation mark that is never closed does to them.

Python's reader swallows all that follows such a mark into one cell. Here a quoted cell must end before a
separator or a line's end, and rows that it spans must not be rows themselves; otherwise the mark is a sign
like any other (``24" bar``), the row says so, and the next line is the next row.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache

from core.catalog.tables.files.sheets import RemarkedRow, SheetRow
from core.catalog.tables.rows import LONGEST_CELL, MOST_COLUMNS
from core.messages import Sentence, message

_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++")
"""As :class:`io.StringIO` cuts them, without its copy of the text at four bytes a character."""
_MOST_SEPARATORS = LONGEST_CELL + MOST_COLUMNS
_LONGEST_ROW = 16 * 2**20
"""Within quotation marks, pictures too; what is longer is never closed."""
_TOO_LONG = Sentence(
    message(
        "core",
        "The row was left out: a cell is too long, or a quotation mark in it is never closed; correct it.",
    )
)
_NEVER_CLOSED = Sentence(
    message("core", "A quotation mark in the row is never closed: it was read as a sign of the text.")
)


def text_rows(text: str, start: int, separator: str) -> Iterator[SheetRow]:
    """Each row's cells from the character ``start`` on, or what is wrong with the row."""
    lines = _Lines(text, start)
    width = 0
    while (line := lines.next()) is not None:
        row = _row(lines, line, separator, width)
        cells = row.cells if isinstance(row, RemarkedRow) else row
        if isinstance(cells, list):
            if len(cells) == 1 and not isinstance(row, RemarkedRow):
                row = cells = _unwrapped(cells, separator, width)
            width = width or (len(cells) if len(cells) > 1 else 0)
        yield row


def _unwrapped(cells: list[str], separator: str, width: int) -> list[str]:
    """The cells of a line that is all in quotation marks, as Excel writes a column of lines."""
    if separator not in cells[0]:
        return cells
    inner = _quoted_cells(cells[0], separator)
    return cells if inner is None or (width and len(inner) != width) else inner


class _Lines:
    """The lines of a text, of which one may look ahead."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._at = text, start

    def next(self) -> str | None:
        """The next line with its end; None after the last."""
        match = _LINE.match(self._text, self._at)
        if match is None:
            return None
        self._at = match.end()
        return match[0]

    def through_quote(self, line: str) -> tuple[str, int] | None:
        """``line`` with those behind it, to where the number of quotation marks is even; and where that is.

        None if that is never, or too far.
        """
        at, length = self._at, len(line)
        pieces = [line]
        while length <= _LONGEST_ROW and (match := _LINE.match(self._text, at)) is not None:
            at, length = match.end(), length + len(match[0])
            pieces.append(match[0])
            if match[0].count('"') % 2:
                return "".join(pieces), at
        return None

    def go_on(self, at: int) -> None:
        """The next line begins at ``at``."""
        self._at = at


def _row(lines: _Lines, line: str, separator: str, width: int) -> SheetRow:
    if '"' not in line:
        return _plain_cells(line, separator)
    if len(line) > _MOST_SEPARATORS and line.count(separator) > _MOST_SEPARATORS:
        return _TOO_LONG
    quotes = line.count('"')
    escaped = _escaped_cells(line, separator) if '\\"' in line else None
    if escaped is not None and len(escaped) != width:
        escaped = None
    if quotes % 2 == 0:
        cells = _neat_cells(line, separator) or _quoted_cells(line, separator)
        if escaped is not None and (cells is None or len(cells) != width):
            return escaped
        return _lenient_cells(line, separator) if cells is None else cells
    if escaped is not None:
        return escaped
    literal = _plain_cells(line, separator)
    if not any(cell.lstrip().startswith('"') for cell in literal):
        return literal  # inches, within a cell
    longer = lines.through_quote(line)
    if longer is not None:
        text, end = longer
        cells = _quoted_cells(text, separator)
        if cells is not None and not _swallows_rows(literal, cells, text, line, separator, width):
            lines.go_on(end)
            return cells
    if len(literal) == 1 and quotes > 1:
        return _lenient_cells(line, separator)
    return RemarkedRow(literal, _NEVER_CLOSED)


def _escaped_cells(line: str, separator: str) -> list[str] | None:
    """The cells of a line whose inner quotation marks have a backslash before them, as databases write it."""
    return _quoted_cells(line.replace('\\"', '""'), separator)


def _swallows_rows(
    literal: list[str], cells: list[str], text: str, line: str, separator: str, width: int
) -> bool:
    """Whether a quoted cell over several lines rather is a mark that was never meant to open one.

    So it is where the first line alone has the heading's number of cells, and the rows that would be within
    the cell have it too, or the whole has another number.
    """
    if not width or len(literal) != width:
        return False
    inner = text[len(line) :].splitlines()
    return len(cells) != width or all(piece.count(separator) == width - 1 for piece in inner)


def _plain_cells(line: str, separator: str) -> list[str]:
    if len(line) > _MOST_SEPARATORS and line.count(separator) > _MOST_SEPARATORS:
        return [""] * _MOST_SEPARATORS
    return line.rstrip("\r\n").split(separator)


def _neat_cells(line: str, separator: str) -> list[str] | None:
    """The cells of a line whose quotation marks all stand beside separators, as programs write them.

    None of any other: there is a space beside one, or a cell has one within.
    """
    pieces = line.rstrip("\r\n").split('"')
    pieces[0] = separator + pieces[0]  # so that one stands on either side of every cell
    pieces[-1] += separator
    cells: list[str] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            cells.append(piece)
        elif piece[0:1] != separator or piece[-1:] != separator:
            return None
        elif piece != separator:
            cells += piece[1:-1].split(separator)
    return cells


def _quoted_cells(text: str, separator: str) -> list[str] | None:
    """The cells of one row; None if its quotation marks are not those of a table."""
    cell = _cell(separator)
    cells: list[str] = []
    at, end = 0, len(text.rstrip("\r\n"))
    while True:
        match = cell.match(text, at)
        if match is None:
            return None
        quoted = match["quoted"]
        cells.append(match["plain"] if quoted is None else quoted.replace('""', '"'))
        at = match.end()
        if at >= end:
            return cells
        at += len(separator)


@cache
def _cell(separator: str) -> re.Pattern[str]:
    """A cell up to the separator behind it; a quoted one must end before it."""
    stop = re.escape(separator)
    return re.compile(
        rf'(?: *"(?P<quoted>(?:[^"]++|"")*+)" *|(?P<plain>(?:[^{stop}"\r\n][^{stop}\r\n]*+)?))'
        rf"(?={stop}|[\r\n]*+$)"
    )


def _lenient_cells(text: str, separator: str) -> SheetRow:
    try:
        rows = list(csv.reader([text], delimiter=separator, strict=False))
    except csv.Error:
        return _TOO_LONG
    return rows[0] if rows else []
