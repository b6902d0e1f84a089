"""A page as plain data: words, boxes and pictures where they stand, in millimetres from its top left corner.

Whoever lays something out makes these; the PDF (:mod:`core.paper.pdf`) and the window's painter draw the
same ones, so that what is shown is what is printed.
"""

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text.

    Attributes:
        x, baseline: where it begins.
        size: of the typeface's em.
        text: what it says.
        grey: from 0, black, to 1, white.
    """

    x: float
    baseline: float
    size: float
    text: str
    is_bold: bool = False
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle: a bar of a barcode, or a line.

    Attributes:
        grey: from 0, black, to 1, white.
    """

    x: float
    y: float
    width: float
    height: float
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that fills its place.

    Attributes:
        jpeg: the file's bytes, RGB, eight bits a colour, upright.
        pixels: its width and height.
    """

    x: float
    y: float
    width: float
    height: float
    jpeg: bytes
    pixels: tuple[int, int]


Mark = Words | Box | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper, ``width`` by ``height``."""

    width: float
    height: float
    marks: tuple[Mark, ...]
