"""What a hand or a key does to the marked part of a picture: moves without any painting.

Every number is a share of the picture's side.
"""

from PySide6.QtCore import Qt

from core.imaging.cut import Box

LEAST = 0.05
"""No side of a marked part is shorter."""

Edges = tuple[int, int]
"""Which edges a drag takes along: -1 the left or upper one, 1 the right or lower one, 0 none."""

HANDLES: tuple[Edges, ...] = ((-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1))

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Which way a key goes: steps to the right and down."""


def dragged(box: Box, edges: Edges, right: float, down: float) -> Box:
    """The box with these edges moved."""
    return Box(
        box.left + (right if edges[0] < 0 else 0),
        box.top + (down if edges[1] < 0 else 0),
        box.right + (right if edges[0] > 0 else 0),
        box.bottom + (down if edges[1] > 0 else 0),
    ).within(LEAST)


def resized(box: Box, right: float, down: float) -> Box:
    """The box with its lower right corner moved."""
    return Box(
        box.left, box.top, max(box.right + right, box.left + LEAST), max(box.bottom + down, box.top + LEAST)
    )


def grown(box: Box, by: float) -> Box:
    """The box with every edge moved outwards, inwards below zero."""
    across = max(by, (LEAST - box.width) / 2)
    down = max(by, (LEAST - box.height) / 2)
    return Box(box.left - across, box.top - down, box.right + across, box.bottom + down)
