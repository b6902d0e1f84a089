"""CSV and TSV files in the encodings and with the separators that merchants' programs write."""

import re
from collections import Counter
from pathlib import Path

from core.catalog.tables.files.encodings import FAIR, differing_words, is_doubtful, readings
from core.catalog.tables.files.garbled import ungarbled
from core.catalog.tables.files.sheets import Sheet
from core.catalog.tables.files.text_rows import text_rows
from core.errors import KnownError
from core.messages import Sentence, message

_SEPARATORS = (",", ";", "\t", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 100_000
_SAMPLE_ROWS = 30
_LEAST_LETTERS = 2
"""Beyond ASCII, that tell an encoding: one byte alone is rather damage."""
_UTF8_TO_BROKEN = 10
"""A text in UTF-8 with some broken bytes is still one in UTF-8."""
_MOST_ZEROS, _BYTES_A_ZERO = 3, 2_000
"""Zeros in a text that a program wrote badly; clean_text drops them. Other files have many."""
_DECLARED = re.compile(r"""\s*"?sep=(.)"?[,;\t]*\r?\n""")


def read_text_sheet(path: Path, data: bytes, encoding: str | None = None) -> Sheet:
    """The text's rows.

    Args:
        encoding: the one that a person has said; otherwise it is found.

    Raises:
        KnownError: the file is no text, or not in that encoding.
    """
    text, notes = _said(path, data, encoding) if encoding else decode(path, data)
    separator, start = find_separator(text)
    return Sheet(lambda: text_rows(text, start, separator), notes=notes)


def decode(path: Path, data: bytes) -> tuple[str, tuple[Sentence, ...]]:
    """``data`` as text, and what a person should know of how it was read.

    By its byte-order mark, else as UTF-8 or UTF-16, else in the encoding in which its letters are those of
    one language.

    Raises:
        KnownError: it is no text, but some other kind of file.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace").removeprefix("\ufeff"), ()
    unmarked_utf16 = _utf16_without_bom(data)
    if unmarked_utf16:
        return data.decode(unmarked_utf16, errors="replace"), ()
    if data[:_SAMPLE].count(b"\0") > _MOST_ZEROS + len(data[:_SAMPLE]) // _BYTES_A_ZERO:
        raise KnownError(
            message("core", "{file} is no table of text: export it as CSV or XLSX, then import that."),
            file=path,
        )
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if not broken:
        return ungarbled(text)
    if broken * _UTF8_TO_BROKEN < sum(character > "\x7f" for character in text[:_SAMPLE]):
        mended = _other_lines(data)
        if mended is not None:
            return mended
        damaged = message("core", "Damaged characters of the file: {count}. Look for “{sign}” in the texts.")
        return text, (Sentence(damaged, {"count": broken, "sign": "\ufffd"}),)
    return _by_letters(data)


def _other_lines(data: bytes) -> tuple[str, tuple[Sentence, ...]] | None:
    """A text in UTF-8 of which some lines are in another encoding; None if no letters tell which.

    Lists grow so: somebody pastes rows of an older file below those of a newer one.
    """
    lines = data.splitlines(keepends=True)
    others = [number for number, line in enumerate(lines) if not _is_utf8(line)]
    odd_ones = b"".join(lines[number] for number in others)
    found = readings(odd_ones)
    if found[0].points < FAIR or sum(byte >= 0x80 for byte in odd_ones) < _LEAST_LETTERS:
        return None
    encoding, odd = found[0].encoding, frozenset(others)
    text = "".join(line.decode(encoding if number in odd else "utf-8") for number, line in enumerate(lines))
    said = message(
        "core",
        "Lines that are not in the encoding of the others: {count}. They are read in {encoding}, like "
        "“{word}”.",
    )
    word = differing_words(found[0].sample, found[-1].sample)[0]
    return text, (Sentence(said, {"count": len(others), "encoding": encoding, "word": word}),)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _by_letters(data: bytes) -> tuple[str, tuple[Sentence, ...]]:
    found = readings(data)
    first = found[0]
    text = data.decode(first.encoding)
    if not is_doubtful(found) or len(found) == 1:
        word = differing_words(first.sample, found[-1].sample)[0]
        said = message("core", "The text is read in the encoding {encoding}, like “{word}”.")
        return text, (Sentence(said, {"encoding": first.encoding, "word": word}),)
    one, other = differing_words(first.sample, found[1].sample)
    open_ = message(
        "core",
        "The file does not tell its encoding: “{one}” if it is {first}, as it is read, “{other}” if it is "
        "{second}. Choose the encoding if the letters are wrong.",
    )
    values = {"one": one, "first": first.encoding, "other": other, "second": found[1].encoding}
    return text, (Sentence(open_, values),)


def _said(path: Path, data: bytes, encoding: str) -> tuple[str, tuple[Sentence, ...]]:
    try:
        return data.decode(encoding).removeprefix("\ufeff"), ()
    except (UnicodeError, LookupError) as error:
        raise KnownError(
            message("core", "{file} is not in the encoding {encoding}: choose another one."),
            file=path.name,
            encoding=encoding[:40],
        ) from error


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
