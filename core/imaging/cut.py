"""Which part of a picture is meant, and which way up it is.

A cut is kept beside the picture and applied when the picture is searched: the picture itself stays whole.
Light to import: the window draws cuts before it has decoded a picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_SHARE = 0.02
"""Of a side: a smaller box is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture; edges in shares of its width and height, 0 to 1, from the top left."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    @property
    def width(self) -> float:
        """Share of the picture's width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Share of the picture's height."""
        return self.bottom - self.top

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole picture."""
        return self == WHOLE_BOX

    def turned(self, quarters: int) -> Box:
        """The same part, in the picture turned clockwise by so many right angles."""
        box = self
        for _ in range(quarters % 4):
            box = Box(1 - box.bottom, box.left, 1 - box.top, box.right)
        return box

    def moved(self, right: float, down: float) -> Box:
        """Shifted by these shares, as far as the picture goes."""
        right = min(max(right, -self.left), 1 - self.right)
        down = min(max(down, -self.top), 1 - self.bottom)
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def within(self, least: float = LEAST_SHARE) -> Box:
        """The box put right: edges in order, inside the picture, no side below ``least``."""
        left, right = _span(self.left, self.right, least)
        top, bottom = _span(self.top, self.bottom, least)
        return Box(left, top, right, bottom)


WHOLE_BOX = Box()


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a picture, turned.

    Attributes:
        box: the part, in the picture as it was given (upright by its metadata, before ``quarters``).
        quarters: right angles, clockwise, by which the part is turned; 0 to 3.
    """

    box: Box = WHOLE_BOX
    quarters: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it leaves the picture as it is."""
        return self == WHOLE

    def turned(self, quarters: int) -> Cut:
        """Turned clockwise by so many right angles more."""
        return replace(self, quarters=(self.quarters + quarters) % 4)


WHOLE = Cut()


def apply_cut(image: Image, cut: Cut) -> Image:
    """The part of ``image`` that ``cut`` means, upright as it says; at least one pixel."""
    from PIL.Image import Transpose

    if not cut.box.is_whole:
        box = cut.box.within()
        left, top = int(box.left * image.width), int(box.top * image.height)
        right = max(left + 1, round(box.right * image.width))
        bottom = max(top + 1, round(box.bottom * image.height))
        image = image.crop((left, top, right, bottom))
    turns = {1: Transpose.ROTATE_270, 2: Transpose.ROTATE_180, 3: Transpose.ROTATE_90}  # of Pillow: leftwards
    turn = turns.get(cut.quarters % 4)
    return image if turn is None else image.transpose(turn)


def _span(first: float, second: float, least: float) -> tuple[float, float]:
    low, high = sorted((min(max(first, 0.0), 1.0), min(max(second, 0.0), 1.0)))
    if high - low < least:
        low = min(low, 1 - least)
        high = low + least
    return low, high
