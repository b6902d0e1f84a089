"""What is drawn on one page: lines and paragraphs that fit their places, pictures, boxes.

Whoever lays something out draws on it and takes :attr:`Drawing.marks`.
"""

from dataclasses import dataclass, field
from enum import Enum

from core.paper.fitting import ASCENT, LINE, Fitted, fit
from core.paper.page import BLACK, Box, Ink, Mark, Picture, Words
from core.paper.typefaces import Typefaces


class Side(Enum):
    """Where a line stands beside its place's x, as a share of its width."""

    LEFT = 0.0
    MIDDLE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are drawn."""

    is_bold: bool = False
    ink: Ink = BLACK
    side: Side = Side.LEFT
    is_struck: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line as it came to stand, in millimetres."""

    width: float = 0.0
    height: float = 0.0


@dataclass(slots=True)
class Drawing:
    """The marks so far, in the order they are painted."""

    typefaces: Typefaces
    marks: list[Mark] = field(default_factory=list)

    def line(
        self, text: str, x: float, bottom: float, room: float, size: float, least: float, look: Look = PLAIN
    ) -> Drawn:
        """One line that ends at ``bottom``, from ``size`` down to ``least`` so that it fits ``room``.

        Args:
            x: of its left, middle or right, as its look says.
        """
        if not text:
            return Drawn()
        line = fit(
            text, self.typefaces, width=room, height=LINE * size, largest=size, smallest=min(least, size),
            is_bold=look.is_bold,
        )  # fmt: skip
        return Drawn(self._put(line.lines[0], x, bottom - line.height, line.size, look), line.height)

    def paragraph(
        self,
        text: str,
        x: float,
        top: float,
        room: tuple[float, float],
        sizes: tuple[float, float],
        lines: int,
        look: Look = PLAIN,
    ) -> Fitted:
        """``text`` from ``top`` downwards on so many lines at most, in the largest of ``sizes`` (most, least)
        that fits ``room``, its width and height."""
        if not text:
            return Fitted((), sizes[0])
        fitted = fit(
            text, self.typefaces, width=room[0], height=room[1], largest=sizes[0], smallest=sizes[1],
            lines=lines, is_bold=look.is_bold,
        )  # fmt: skip
        for number, line in enumerate(fitted.lines):
            self._put(line, x, top + number * LINE * fitted.size, fitted.size, look)
        return fitted

    def picture(self, jpeg: bytes, pixels: tuple[int, int], place: tuple[float, float, float, float]) -> None:
        """A picture as large as it can be in the middle of ``place`` (x, y, width, height)."""
        x, y, wide, high = place
        scale = min(wide / pixels[0], high / pixels[1])
        size = (pixels[0] * scale, pixels[1] * scale)
        self.marks.append(
            Picture(x + (wide - size[0]) / 2, y + (high - size[1]) / 2, *size, jpeg=jpeg, pixels=pixels)
        )

    def box(self, x: float, y: float, width: float, height: float, ink: Ink, corner: float = 0.0) -> None:
        """A filled box."""
        self.marks.append(Box(x, y, width, height, ink, corner))

    def _put(self, text: str, x: float, top: float, size: float, look: Look) -> float:
        """The line's width; it is in size as large as was found to fit."""
        wide = self.typefaces.width(text, is_bold=look.is_bold) * size
        left, baseline = x - look.side.value * wide, top + ASCENT * size
        self.marks.append(Words(left, baseline, size, text, look.is_bold, look.ink))
        if look.is_struck:
            self.marks.append(Box(left - 0.3, baseline - 0.4 * size, wide + 0.6, 0.09 * size, look.ink))
        return wide
