"""What core found to match between two pictures, as something to paint over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from desktop_app.widgets.pictures.paired_pictures import Side

if TYPE_CHECKING:
    from desktop_app.pages.search.compare.compared import ComparedPictures

_DARKEST = 165
_NOTHING, _ALL = 0.08, 0.38
"""Likeness of a place to the other picture that leaves it dark, or wholly bright; of parts that are the same
thing in two photos it seldom exceeds one half (core/search/part_matching.py)."""


def sides(compared: ComparedPictures) -> tuple[Side, Side]:
    """The query's side and the product's, with their maps and marks where there are any."""
    comparison = compared.comparison
    if comparison is None or comparison.match is None:
        return Side(compared.query), Side(compared.product)
    both = (
        (compared.query, comparison.first_square),
        (compared.product, comparison.second_square),
    )
    match = comparison.match
    maps = (match.first, match.second)
    places = ([pair.first for pair in match.pairs], [pair.second for pair in match.pairs])
    made = []
    for (image, (left, top, side)), likeness, marks in zip(both, maps, places, strict=True):
        shorter = min(image.width(), image.height())
        square = QRectF(left, top, side * shorter / image.width(), side * shorter / image.height())
        shade = _shade(likeness.tolist())
        points = [
            QPointF(square.left() + x * square.width(), square.top() + y * square.height()) for x, y in marks
        ]
        made.append(Side(image, square, shade, points))
    return made[0], made[1]


def _shade(likeness: list[list[float]]) -> QImage:
    """A small picture, dark where there is no likeness; it is stretched when it is painted."""
    height, width = len(likeness), len(likeness[0])
    shade = QImage(width, height, QImage.Format.Format_ARGB32)
    for y, row in enumerate(likeness):
        for x, value in enumerate(row):
            bright = min(1.0, max(0.0, (value - _NOTHING) / (_ALL - _NOTHING)))
            shade.setPixel(x, y, (round(_DARKEST * (1 - bright)) << 24) | 0x0A0C12)
    return shade.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
