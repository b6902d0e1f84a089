"""The rows of a sheet that is written as spreadsheet programs do, cut by patterns in a fraction of the time
that a parser takes.

Nearly all are: UTF-8, no prefixes, a cell's place, style and kind in this order. What is written otherwise,
or hurt, is :class:`Irregular` and for a parser to read, so that nothing is read here as a parser would not.
"""

import codecs
import re
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from core.catalog.tables.files.sheet_cells import cell_text, column_number, put
from core.catalog.tables.files.workbook_parts import Workbook
from core.catalog.tables.rows import MOST_COLUMNS

_CHUNK = 2**18
_LONGEST_HEAD = 2**20
"""Characters before the first row: widths of columns, what is frozen. Real sheets have a few pages."""
_LONGEST_ROW = 2**22
_OTHER_ENCODING = re.compile(r"""\ufeff?<\?xml[^>]*\sencoding\s*=\s*["'](?!(?i:utf-8)["'])""")
_ROWS_BEGIN, _ROWS_END, _ROW_END = "<sheetData>", "</sheetData>", "</row>"
_ROW_OR_CELL = re.compile(r"<(?:\w+:)?(?:row|c)[\s/>]")
_NOT_AS_IT_STANDS = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]")
"""Signs that a parser refuses in a text, and line ends that it reads as others."""
_ATTRIBUTES = r'(?: \w+(?::\w+)?="[^"<&]*")*+'
_ROW_BEGIN = re.compile(rf"[ \t\n]*+<row({_ATTRIBUTES}) ?(/?)>", re.ASCII)
_ROW_NUMBER = re.compile(r' r="([^"]*)"')
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d*)")?(?: t="(\w*)")? ?'
    rf"(?:/>|>(?:<(f){_ATTRIBUTES} ?(?:/>|>[^<]*</f>))?"
    r'(?:<v>([^<]*)</v>|<is><t(?: xml:space="\w*")?>([^<]*)</t></is>|<v ?/>)?</c>)',
    re.ASCII,
)
"""Its column, style, kind, whether it has a formula, and its value or its text."""
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
    number = 0
    while True:
        *rows, text = text.split(_ROW_END)
        for row in rows:
            empty, at = _empty_rows(row, number)
            yield from ((one, []) for one in empty)
            begin = _ROW_BEGIN.match(row, at)
            if begin is None or begin[2]:
                raise Irregular
            number = row_number(_said(begin), empty[-1] if empty else number)
            yield number, _cells(row[begin.end() :], workbook)
        if _ROWS_END in text:
            break
        if len(text) > _LONGEST_ROW:
            raise Irregular
        more = next(read, None)
        if more is None:
            raise Irregular
        text += more
    empty, at = _empty_rows(text, number)
    yield from ((one, []) for one in empty)
    _require_regular(head, text[at:].lstrip(" \t\n") + "".join(read))


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


def _empty_rows(text: str, before: int) -> tuple[list[int], int]:
    """The numbers of the rows without cells at the text's beginning, and where they end."""
    numbers, at = [], 0
    while (begin := _ROW_BEGIN.match(text, at)) is not None and begin[2]:
        before, at = row_number(_said(begin), before), begin.end()
        numbers.append(before)
    return numbers, at


def _said(begin: re.Match[str]) -> str:
    """The attribute ``r`` of a row."""
    said = _ROW_NUMBER.search(begin[1])
    return "" if said is None else said[1]


def _cells(row: str, workbook: Workbook) -> list[str]:
    if "]]>" in row or not (row.isprintable() or _NOT_AS_IT_STANDS.search(row) is None):
        raise Irregular
    parts = _CELL.split(row)
    if any(parts[::_STEP]):  # something stands between the cells
        raise Irregular
    columns = [parts[group::_STEP] for group in range(1, _STEP)]
    cells: list[str] = []
    for letters, style, type_, formula, value, text in zip(*columns, strict=True):
        said = (text or "") if value is None else value
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


def _require_regular(head: str, tail: str) -> None:
    """Raise :class:`Irregular` unless what stands around the rows is whole, and has none."""
    if _OTHER_ENCODING.match(head) or _ROW_OR_CELL.search(head) or _ROW_OR_CELL.search(tail):
        raise Irregular
    try:
        expat.ParserCreate(namespace_separator="}").Parse(f"{head}{_ROWS_BEGIN}{tail}".encode(), True)
    except expat.ExpatError as error:
        raise Irregular from error
