"""CSV and TSV files in the encodings and with the separators that merchants' programs write."""

import re
from collections import Counter
from pathlib import Path

from core.catalog.tables.files.sheets import Sheet
from core.catalog.tables.files.text_rows import text_rows
from core.errors import KnownError
from core.messages import message

_SEPARATORS = (",", ";", "\t", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 100_000
_SAMPLE_ROWS = 30
_MOST_ZEROS, _BYTES_A_ZERO = 3, 2_000
"""Zeros in a text that a program wrote badly; clean_text drops them. Other files have many."""
_DECLARED = re.compile(r"""\s*"?sep=(.)"?[,;\t]*\r?\n""")


def read_text_sheet(path: Path, data: bytes) -> Sheet:
    """The text's rows.

    Raises:
        KnownError: the file is no text.
    """
    text = decode(path, data)
    separator, start = find_separator(text)
    return Sheet(lambda: text_rows(text, start, separator))


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
    if data[:_SAMPLE].count(b"\0") > _MOST_ZEROS + len(data[:_SAMPLE]) // _BYTES_A_ZERO:
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

    It is the one that cuts most of the first rows alike, and into most cells. Lines above the heading, of a
    cell each, say nothing.
    """
    declared = _DECLARED.match(text)
    if declared:
        return declared[1], declared.end()
    best, best_score = ",", (0.0, 0, 0)
    for separator in _SEPARATORS:
        rows = (row for _, row in zip(range(_SAMPLE_ROWS), text_rows(text, 0, separator), strict=False))
        counts = [len(row) for row in rows if isinstance(row, list) and any(row)]
        widths = Counter(count for count in counts if count > 1)
        if not widths:
            continue
        width, alike = widths.most_common(1)[0]
        first = next(place for place, count in enumerate(counts) if count > 1)
        score = (round(alike / len(counts), 1), -first, width)
        if score > best_score or best_score == (0.0, 0, 0):
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
