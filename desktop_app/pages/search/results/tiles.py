"""How large a tile of the grid is, its gap included, and how much of it is words."""

import math

from PySide6.QtCore import QSize

SPACING = 12
_USUAL_WIDTH = 216
"""About, in a grid that is no choice; its gap included."""
USUAL = QSize(_USUAL_WIDTH, 264)
_LEAST_TILE = QSize(152, 164)
_WORDS, _FEW_WORDS = 116, 98
"""Pixels of a tile that are not its picture: a title in two lines or in one, price and shelf, the stock."""
_LEAST_PICTURE = 96
"""Pixels of a picture's side below which a title gets one line."""


def usual_tile(room: QSize) -> QSize:
    """The tile of a grid that is no choice: some whole number of them is as wide as ``room``."""
    width = room.width() // max(1, round(room.width() / _USUAL_WIDTH))
    return QSize(width, width - 24 - SPACING + _WORDS)


def largest_tile(room: QSize, count: int) -> QSize:
    """The tile of which ``count`` are seen at once in ``room``, its picture as large as it can be."""
    tile, side = _largest(room, count, _WORDS)
    return tile if side >= _LEAST_PICTURE else _largest(room, count, _FEW_WORDS)[0]


def _largest(room: QSize, count: int, words: int) -> tuple[QSize, int]:
    """The tile with so many pixels of words, and the side of its picture."""
    best = QSize(max(_LEAST_TILE.width(), room.width()), _LEAST_TILE.height())
    side = 0
    for columns in range(1, max(1, room.width() // _LEAST_TILE.width()) + 1):
        width, height = room.width() // columns, room.height() // math.ceil(count / columns)
        picture = min(width - 24 - SPACING, height - words)
        if picture > side:
            side, best = picture, QSize(width, max(_LEAST_TILE.height(), picture + words))
    return best, side


def words_of(tile: QSize) -> int:
    """Pixels of ``tile`` that are not its picture."""
    return _WORDS if title_lines(tile) > 1 else _FEW_WORDS


def title_lines(tile: QSize) -> int:
    """In how many lines a title stands in ``tile``."""
    return 2 if tile.height() >= _WORDS + _LEAST_PICTURE else 1
