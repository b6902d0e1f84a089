"""Lines of writing that stand side by side as one row: a number and what it is are often read apart."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.finding import Box
from core.label.lines import Line

_SAME_ROW = 0.5
"""How far middles may differ, and how far the next line may begin behind the end of one, in heights."""
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        text: its lines' texts from the left, with a space between; in NFKC, so that full-width digits and
            letters are plain ones.
        box: around it, in pixels of the picture.
        confidence: of its least sure line, 0 to 1.
    """

    text: str
    box: Box
    confidence: float


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """Rows from the top to the bottom; a line that stands for itself is a row of its own."""
    rows: list[Row] = []
    for row in sorted((_row(line) for line in lines), key=lambda row: (row.box[0], row.box[1])):
        before = next((one for one in reversed(rows) if _goes_on(one, row)), None)
        if before is None:
            rows.append(row)
        else:
            rows[rows.index(before)] = _joined((before, row))
    return sorted(rows, key=lambda row: (row.box[1], row.box[0]))


def _row(line: Line) -> Row:
    across, down = zip(*line.corners, strict=True)
    box = (min(across), min(down), max(across), max(down))
    return Row(unicodedata.normalize("NFKC", line.text), box, line.confidence)


def _goes_on(one: Row, other: Row) -> bool:
    """Whether ``other`` stands to the right of ``one``, close by and as high."""
    height = min(one.box[3] - one.box[1], other.box[3] - other.box[1])
    middles = abs((one.box[1] + one.box[3]) - (other.box[1] + other.box[3])) / 2
    gap = other.box[0] - one.box[2]
    return middles < _SAME_ROW * height and -height < gap < _GAP * height


def _joined(rows: Sequence[Row]) -> Row:
    lefts, tops, rights, bottoms = zip(*(row.box for row in rows), strict=True)
    return Row(
        " ".join(row.text for row in rows),
        (min(lefts), min(tops), max(rights), max(bottoms)),
        min(row.confidence for row in rows),
    )
