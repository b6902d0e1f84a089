"""Cells that are longer than any text of a product: pictures within the table, and texts to be shortened.

Programs put pictures into tables as base64 (RFC 4648), alone in a cell or within a description's HTML. Such a
cell costs itself and not its row.
"""

import re
from dataclasses import dataclass

from core.catalog.tables.rows import LONGEST_CELL
from core.messages import Sentence, message

_WORTH_A_LOOK = 1_000
_LONGER_THAN_A_PATH = 10_000
_PICTURE = re.compile(
    r"(?:data:[\w.+/-]{1,80}(?:;[\w=.+-]{1,40}){0,4},)?[A-Za-z0-9+/]{60,}+(?:[\r\n]++[A-Za-z0-9+/]++)*+={0,2}\s*"
)
_MAGIC = re.compile(r"data:image/|/9j/|iVBORw0KGgo|R0lGOD|UklGR|Qk[0-9]|AAAA[A-Za-z0-9+/]{2}Z0eXB")
"""How the first bytes of JPEG, PNG, GIF, WebP, BMP and of HEIC and AVIF look as base64."""
_OF_PICTURES = re.compile(r"image|picture|photo|img|\u56fe|\u7167", re.IGNORECASE)
_PICTURE_WITHIN = re.compile(r"data:[\w.+/-]{1,80}(?:;[\w=.+-]{1,40}){0,4},[A-Za-z0-9+/=%]{200,}+")


@dataclass(frozen=True, slots=True)
class BoundedCells:
    """A row's cells, none too long.

    Attributes:
        remarks: what was taken out of which.
        pictures: the columns whose cell was a picture.
    """

    texts: list[str]
    remarks: tuple[Sentence, ...] = ()
    pictures: tuple[str, ...] = ()


def bounded_cells(texts: list[str], columns: tuple[str, ...]) -> BoundedCells:
    """``texts`` without pictures, each at most :data:`LONGEST_CELL` characters."""
    if max(map(len, texts), default=0) <= _WORTH_A_LOOK:
        return BoundedCells(texts)
    bounded = list(texts)
    remarks: list[Sentence] = []
    pictures: list[str] = []
    for place, (text, column) in enumerate(zip(texts, columns, strict=False)):
        if len(text) <= _WORTH_A_LOOK:
            continue
        is_likely = _MAGIC.match(text) or (len(text) > _LONGER_THAN_A_PATH and _OF_PICTURES.search(column))
        if is_likely and _PICTURE.fullmatch(text):
            bounded[place] = ""
            pictures.append(column)
            continue
        left, found = _PICTURE_WITHIN.subn("", text)
        if found:
            taken_out = message("core", "A picture within the text of “{column}” was left out.")
            remarks.append(Sentence(taken_out, {"column": column}))
        if len(left) > LONGEST_CELL:
            left = left[:LONGEST_CELL]
            cut = message("core", "“{column}” is too long: only its first {most} characters were read.")
            remarks.append(Sentence(cut, {"column": column, "most": LONGEST_CELL}))
        if left != text:
            bounded[place] = left
    return BoundedCells(bounded, tuple(remarks), tuple(pictures))


def picture_notes(columns: dict[str, None]) -> list[Sentence]:
    """What is said once of a table whose cells hold pictures."""
    passed_over = message(
        "core",
        "The pictures within the column “{column}” were passed over: save them as files and name these.",
    )
    return [Sentence(passed_over, {"column": column}) for column in columns]
