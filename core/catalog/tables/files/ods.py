"""ODS workbooks, as LibreOffice and OpenOffice save them: their sheets' rows (OpenDocument 1.3, part 3).

Read by expat as it comes, a row at a time. What is repeated is repeated only as far as a table may reach: a
sheet of three rows says that a million empty ones follow.
"""

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.parsers import expat

from core.catalog.tables.cell_kinds import DateCell
from core.catalog.tables.files.number_formats import marked
from core.catalog.tables.files.other_kinds import protected
from core.catalog.tables.files.sheets import Sheet
from core.catalog.tables.rows import MOST_COLUMNS, MOST_ROWS
from core.catalog.written_numbers import PlainNumber
from core.errors import KnownError
from core.files.hostile import UNREADABLE_ZIP
from core.messages import message

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_CHUNK = 2**18
_MOST_SHEETS = 200
_BROKEN: tuple[type[Exception], ...] = (*UNREADABLE_ZIP, expat.ExpatError, IndexError, OverflowError)


def is_ods(archive: zipfile.ZipFile) -> bool:
    """Whether an archive is such a workbook."""
    if "mimetype" not in archive.namelist() or archive.getinfo("mimetype").file_size > 200:
        return False
    return archive.read("mimetype").strip().decode("ascii", "replace").startswith(_MIME)


def read_ods_sheets(path: Path, data: bytes) -> list[Sheet]:
    """The sheets, in their order; the first counts as the one in front.

    Raises:
        KnownError: it is protected by a password, or damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
            raise protected(path)
        names = list(_sheet_names(archive))
    except _BROKEN as error:
        raise _damaged(path) from error
    return [
        Sheet(partial(_rows, path, archive, number), name, is_active=number == 0)
        for number, name in enumerate(names[:_MOST_SHEETS])
    ]


def _rows(path: Path, archive: zipfile.ZipFile, sheet: int) -> Iterator[list[str]]:
    try:
        yield from _sheet_rows(archive, sheet)
    except _BROKEN as error:
        raise _damaged(path) from error


def _sheet_names(archive: zipfile.ZipFile) -> Iterator[str]:
    parser = _ContentParser(-1)
    for _rows in _parsed(archive, parser):
        pass
    yield from parser.names


def _sheet_rows(archive: zipfile.ZipFile, sheet: int) -> Iterator[list[str]]:
    """Each row's cells; empty rows only where filled ones follow."""
    passed = 0
    for cells, times in _parsed(archive, _ContentParser(sheet)):
        if not any(cells):
            passed = min(passed + times, MOST_ROWS + 1)
            continue
        for _ in range(passed):
            yield []
        passed = 0
        for _ in range(times):
            yield list(cells)


def _parsed(archive: zipfile.ZipFile, parser: "_ContentParser") -> Iterator[tuple[list[str], int]]:
    with archive.open(_CONTENT) as stream:
        while chunk := stream.read(_CHUNK):
            parser.expat.Parse(chunk, False)
            yield from parser.taken()
            if parser.is_past:
                return
        parser.expat.Parse(b"", True)
        yield from parser.taken()


class _ContentParser:
    """Collects the rows of one sheet, and the names of all."""

    def __init__(self, sheet: int) -> None:
        self.names: list[str] = []
        self.is_past = False
        self._wanted = sheet
        self._rows: list[tuple[list[str], int]] = []
        self._cells: list[str] = []
        self._row_times = self._cell_times = 1
        self._attributes: dict[str, str] = {}
        self._lines: list[str] = []
        self._depth = 0  # of tables, for a cell may hold one
        self._aside = 0  # within a remark
        self._in_cell = False
        self.expat = expat.ParserCreate(namespace_separator="}")
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.CharacterDataHandler = self._text

    def taken(self) -> list[tuple[list[str], int]]:
        """The rows that are whole, each with how often it stands there; they are forgotten here."""
        rows, self._rows = self._rows, []
        return rows

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self.names.append(_local(attributes).get("name", ""))
        elif not self._is_wanted():
            return
        elif name == "table-row":
            self._cells = []
            self._row_times = _times(attributes, "number-rows-repeated", MOST_ROWS + 1)
        elif name in ("table-cell", "covered-table-cell"):
            self._attributes = _local(attributes)
            self._cell_times = _times(attributes, "number-columns-repeated", MOST_COLUMNS + 1)
            self._lines, self._in_cell = [], True
        elif name in ("annotation", "shapes", "frame"):
            self._aside += 1
        elif name == "p" and not self._aside:
            self._lines.append("")
        elif name == "s":
            self._text(" " * _times(attributes, "c", 1000))
        elif name in ("tab", "line-break"):
            self._text("\t" if name == "tab" else "\n")

    def _end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name == "table":
            self.is_past = self.is_past or (self._depth == 1 and len(self.names) == self._wanted + 1)
            self._depth -= 1
        elif not self._is_wanted():
            return
        elif name == "table-row":
            self._rows.append((self._cells, self._row_times))
        elif name in ("table-cell", "covered-table-cell"):
            text = _value(self._attributes, "\n".join(self._lines))
            room = MOST_COLUMNS + 1 - len(self._cells)
            self._cells += [text] * min(self._cell_times, room)
            self._in_cell = False
        elif name in ("annotation", "shapes", "frame"):
            self._aside -= 1

    def _text(self, text: str) -> None:
        if self._in_cell and self._lines and not self._aside:
            self._lines[-1] += text

    def _is_wanted(self) -> bool:
        return self._depth == 1 and len(self.names) == self._wanted + 1


def _value(attributes: dict[str, str], shown: str) -> str:
    """What a cell holds: its number rather than how that is shown, but for zeros that lead a code."""
    kind = attributes.get("value-type", "")
    if kind in ("float", "currency", "percentage"):
        value = attributes.get("value", "")
        is_code = shown[:1] == "0" and shown.isascii() and shown.isdecimal() and shown.lstrip("0") == value
        if is_code and len(shown) > 1:
            return shown
        currency = attributes.get("currency", "")
        return marked(_plain(value), currency) if currency else PlainNumber(_plain(value))
    if kind in ("date", "time"):
        return DateCell(
            attributes.get("date-value", attributes.get("time-value", shown)).removesuffix("T00:00:00")
        )
    if kind == "boolean":
        return "true" if attributes.get("boolean-value") == "true" else "false"
    return attributes.get("string-value", "") or shown


def _plain(value: str) -> str:
    """``5012345678900`` of ``5.0123456789E+12``: OpenOffice writes long numbers so."""
    if "e" not in value.lower():
        return value
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value


def _times(attributes: dict[str, str], name: str, most: int) -> int:
    told = _local(attributes).get(name, "1")
    return min(int(told), most) if told.isascii() and told.isdecimal() and len(told) < 10 else 1


def _local(attributes: dict[str, str]) -> dict[str, str]:
    return {name.rpartition("}")[2]: value for name, value in attributes.items()}


def _damaged(path: Path) -> KnownError:
    return KnownError(
        message(
            "core", "{file} is damaged or no workbook: export it again as XLSX or CSV, then import that."
        ),
        file=path,
    )
