"""The rows of a sheet that is written as spreadsheet programs do, cut by patterns in a fraction of the time
that a parser takes.

Nearly all are: UTF-8, no prefixes, a cell's place, style and kind in this order. What is written otherwise,
or hurt, is :class:`Irregular` and for a parser to read, so that nothing is read here as a parser would not:
a parser reads what stands around the rows, before the first of them is handed out and after the last, and
each set of attributes once.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO
from xml.parsers import expat

from core.catalog.tables.files.sheet_cells import cell_text, column_number, put
from core.catalog.tables.files.workbook_parts import Workbook
from core.catalog.tables.rows import MOST_COLUMNS

_CHUNK = 2**18
_LONGEST_HEAD = 2**20
"""Characters before the first row: widths of columns, what is frozen. Real sheets have a few pages."""
_LONGEST_ROW = 2**22
_ROWS_BEGIN, _ROWS_END, _ROW_END = "<sheetData>", "</sheetData>", "</row>"
_OF_ROWS = frozenset({"row", "c", "rPh"})
"""Elements that a parser would take for more rows, or for a part of those that follow."""
_NOT_AS_IT_STANDS = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]")
"""Signs that a parser refuses in a text, and line ends that it reads as others."""
_ATTRIBUTES = r'(?: \w+(?::\w+)?="[^"<&=]*")*+'
_ATTRIBUTE_VALUE = re.compile('"[^"]*"')
_FORMULA = "[^<&]*(?:&(?:amp|lt|gt|quot|apos);[^<&]*)*"
_ROW_BEGIN = re.compile(rf"[ \t\n]*+<row({_ATTRIBUTES}) ?(/?)>", re.ASCII)
_ROW_NUMBER = re.compile(r' r="([^"]*)"')
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d*)")?(?: t="(\w*)")? ?'
    rf"(?:/>|>(?:<f({_ATTRIBUTES}) ?(?:/>|>{_FORMULA}</f>))?"
    r'(?:<v>([^<]*)</v>|<is><t(?: xml:space="\w*")?>([^<]*)</t></is>|<v ?/>)?</c>)',
    re.ASCII,
)
"""Its column, style, kind, its formula's attributes if it has one, and its value or its text."""
_STEP = _CELL.groups + 1
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos);)?")
_MEANT = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Irregular(Exception):  # noqa: N818 - it is nobody's error
    """Only a parser reads what the sheet is written in."""


def regular_rows(stream: IO[bytes], workbook: Workbook) -> Iterator[tuple[int, list[str]]]:
    """Each row's number and cells.

    Raises:
        Irregular: from here on a parser has to read; the rows that came before are as it would read them.
        ValueError, IndexError: the sheet is damaged.
    """
    read = _decoded(stream)
    head, text = _up_to_rows(read)
    around = _Around(head)
    number = 0
    while True:
        *rows, text = text.split(_ROW_END)
        for row in rows:
            _require_plain(row)
            empty, at = _empty_rows(row, number, around)
            yield from ((one, []) for one in empty)
            begin = _ROW_BEGIN.match(row, at)
            if begin is None or begin[2]:
                raise Irregular
            number = row_number(_said(begin, around), empty[-1] if empty else number)
            yield number, _cells(row[begin.end() :], workbook, around)
        if _ROWS_END in text:
            break
        if len(text) > _LONGEST_ROW:
            raise Irregular
        more = next(read, None)
        if more is None:
            raise Irregular
        text += more
    empty, at = _empty_rows(text, number, around)
    _require_plain(text[:at])
    yield from ((one, []) for one in empty)
    around.require_whole(chain([text[at:]], read))


def row_number(said: str, before: int) -> int:
    """A row's number by its attribute ``r``, or by that of the row before it."""
    return int(said) if said.isdecimal() and len(said) < 10 else before + 1


def _decoded(stream: IO[bytes]) -> Iterator[str]:
    """Pieces of the text; :class:`Irregular` where it is not UTF-8."""
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        while chunk := stream.read(_CHUNK):
            yield decode(chunk)
        decode(b"", True)
    except UnicodeDecodeError as error:
        raise Irregular from error


def _up_to_rows(read: Iterator[str]) -> tuple[str, str]:
    """What stands before the rows, and the beginning of what follows."""
    text = ""
    for piece in read:
        text += piece
        head, begin, rows = text.partition(_ROWS_BEGIN)
        if begin:
            return head, rows
        if len(text) > _LONGEST_HEAD:
            break
    raise Irregular


def _empty_rows(text: str, before: int, around: "_Around") -> tuple[list[int], int]:
    """The numbers of the rows without cells at the text's beginning, and where they end."""
    numbers, at = [], 0
    while (begin := _ROW_BEGIN.match(text, at)) is not None and begin[2]:
        before, at = row_number(_said(begin, around), before), begin.end()
        numbers.append(before)
    return numbers, at


def _said(begin: re.Match[str], around: "_Around") -> str:
    """The attribute ``r`` of a row."""
    around.require_attributes(begin[1])
    said = _ROW_NUMBER.search(begin[1])
    return "" if said is None else said[1]


def _require_plain(text: str) -> None:
    if "]]>" in text or not (text.isprintable() or _NOT_AS_IT_STANDS.search(text) is None):
        raise Irregular


def _cells(row: str, workbook: Workbook, around: "_Around") -> list[str]:
    parts = _CELL.split(row)
    if any(parts[::_STEP]):  # something stands between the cells
        raise Irregular
    columns = [parts[group::_STEP] for group in range(1, _STEP)]
    cells: list[str] = []
    for letters, style, type_, formula, value, text in zip(*columns, strict=True):
        said = (text or "") if value is None else value
        if formula:
            around.require_attributes(formula)
        if "&" in said:
            said = _ENTITY.sub(_meant, said)
        column = column_number(letters)
        if column > MOST_COLUMNS:
            continue
        if type_ != "inlineStr" or not said:
            kind, has_formula = "n" if type_ is None else type_, formula is not None
            said = cell_text(said, kind, style or "", workbook, has_formula=has_formula)
        if said and column == len(cells):  # as nearly always
            cells.append(said)
        else:
            put(cells, column, said)
    return cells


def _meant(entity: re.Match[str]) -> str:
    if entity[1] is None:
        raise Irregular
    return _MEANT[entity[1]]


class _Around:
    """What stands around the rows, read by a parser: it knows the prefixes that they may use."""

    def __init__(self, head: str) -> None:
        """Read what stands before the rows; :class:`Irregular` if they do not begin where it ends."""
        self._begun = -1
        self._known = {""}
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = self._start
        self._parser.XmlDeclHandler = _require_utf8
        self._parser.StartDoctypeDeclHandler = _refuse_type  # it may give the cells further attributes
        self._parse(head + _ROWS_BEGIN)
        if self._begun != len(head.encode()):  # it stands in a comment, or in an instruction
            raise Irregular

    def require_attributes(self, attributes: str) -> None:
        """Raise :class:`Irregular` where one is there twice, or has no name or an unknown prefix."""
        names = _ATTRIBUTE_VALUE.sub('""', attributes)
        if names not in self._known:
            self._parse(f"<_{names}/>")
            self._known.add(names)

    def require_whole(self, tail: Iterable[str]) -> None:
        """Raise :class:`Irregular` unless what follows the rows is whole, and has none."""
        for piece in tail:
            self._parse(piece)
        self._parse("", is_last=True)

    def _parse(self, text: str, *, is_last: bool = False) -> None:
        try:
            self._parser.Parse(text.encode(), is_last)
        except expat.ExpatError as error:
            raise Irregular from error

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        if tag.rpartition("}")[2] in _OF_ROWS:
            raise Irregular
        self._begun = self._parser.CurrentByteIndex


def _require_utf8(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() != "utf-8":
        raise Irregular


def _refuse_type(*_type: object) -> None:
    raise Irregular
