"""CSV and TSV files in the encodings and with the separators that merchants' programs write."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from core.catalog.tables.rows import LONGEST_CELL, MOST_COLUMNS
from core.errors import KnownError
from core.messages import Sentence, message

_SEPARATORS = (",", ";", "\t", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 100_000
_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++")
"""As :class:`io.StringIO` cuts them, without its copy of the text at four bytes a character."""
_MOST_SEPARATORS = LONGEST_CELL + MOST_COLUMNS


def read_text_rows(path: Path, data: bytes) -> Iterator[list[str] | Sentence]:
    """Each row's cells, or what is wrong with the row. The heading comes first.

    Raises:
        KnownError: the file is no text.
    """
    text = decode(path, data)
    separator, start = find_separator(text)
    lines = _bounded_lines(text, start, separator)
    reader = csv.reader(lines, delimiter=separator, strict=False)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _TOO_LONG
            continue
        yield _TOO_LONG if any(len(cell) > LONGEST_CELL for cell in cells) else cells


def _bounded_lines(text: str, start: int, separator: str) -> Iterator[str]:
    """The lines of ``text``; one that would make more cells than any row has is cut behind them.

    Cells within quotation marks hold separators too, up to their greatest length.
    """
    for match in _LINE.finditer(text, start):
        line = match[0]
        if len(line) > _MOST_SEPARATORS and line.count(separator) > _MOST_SEPARATORS:
            yield separator * _MOST_SEPARATORS + "\n"
        else:
            yield line


_TOO_LONG = Sentence(
    message(
        "core",
        "The row was left out: a cell is too long, or a quotation mark in it is never closed; correct it.",
    )
)


def decode(path: Path, data: bytes) -> str:
    """``data`` as text: by its byte-order mark, else UTF-8, UTF-16, GB18030 or Windows-1252, as it fits.

    Raises:
        KnownError: it is no text, but some other kind of file.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _without_bom(data[len(bom) :].decode(encoding, errors="replace"))
    unmarked_utf16 = _utf16_without_bom(data)
    if unmarked_utf16:
        return data.decode(unmarked_utf16, errors="replace")
    if b"\0" in data[:_SAMPLE]:
        raise KnownError(
            message("core", "{file} is no table of text: export it as CSV or XLSX, then import that."),
            file=path,
        )
    for encoding in ("utf-8", *(("gb18030",) if _looks_chinese(data) else ()), "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")  # five bytes that Windows-1252 leaves undefined


def find_separator(text: str) -> tuple[str, int]:
    """What separates cells, and where the table begins; Excel's ``sep=;`` first line is obeyed.

    It is the one that cuts the first rows into most cells, alike in all of them.
    """
    declared = re.match(r"sep=(.)\r?\n", text)
    if declared:
        return declared[1], declared.end()
    sample = text[:_SAMPLE]
    best, best_score = ",", (0.0, 0)
    for separator in _SEPARATORS:
        try:
            rows = [
                row
                for _, row in zip(
                    range(30), csv.reader(io.StringIO(sample), delimiter=separator), strict=False
                )
            ]
        except csv.Error:
            continue
        widths = [len(row) for row in rows if row]
        if not widths or widths[0] < 2:
            continue
        alike = sum(width == widths[0] for width in widths) / len(widths)
        score = (round(alike, 1), widths[0])
        if score > best_score:
            best, best_score = separator, score
    return best, 0


def _without_bom(text: str) -> str:
    return text.removeprefix("\ufeff")


def _utf16_without_bom(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every other byte."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None


def _looks_chinese(data: bytes) -> bool:
    """True if the bytes above 127 mostly pair up as GB 2312's do.

    In Western text such a byte mostly stands between letters of ASCII, which GB18030 would take for the
    second half of a rare character.
    """
    high = re.findall(rb"[\x80-\xff]+", data[:_SAMPLE])
    paired = sum(
        len(run) for run in high if len(run) % 2 == 0 and re.fullmatch(rb"(?:[\xa1-\xf7][\xa1-\xfe])+", run)
    )
    total = sum(len(run) for run in high)
    return total > 0 and paired / total > 0.7
