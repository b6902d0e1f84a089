"""A page as plain data: words, boxes and pictures where they stand, in millimetres from its top left corner.

Whoever lays something out makes these; the PDF (:mod:`core.paper.pdf`) and the window's painter draw the
same ones, so that what is shown is what is printed.
"""

from dataclasses import dataclass, replace

POINTS_PER_MM = 72 / 25.4

Ink = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1 (sRGB)."""
BLACK: Ink = (0.0, 0.0, 0.0)
WHITE: Ink = (1.0, 1.0, 1.0)


def grey(light: float) -> Ink:
    """From 0, black, to 1, white."""
    return light, light, light


def ink(colour: str) -> Ink:
    """``#rrggbb`` as ink."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text.

    Attributes:
        x, baseline: where it begins.
        size: of the typeface's em.
        text: what it says.
    """

    x: float
    baseline: float
    size: float
    text: str
    is_bold: bool = False
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle: a bar of a barcode, a line, a plate; with corners as round as can be, a disc.

    Attributes:
        corner: radius of its corners.
    """

    x: float
    y: float
    width: float
    height: float
    ink: Ink = BLACK
    corner: float = 0.0


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


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The same, so much further to the right and down."""
    if isinstance(mark, Words):
        return replace(mark, x=mark.x + x, baseline=mark.baseline + y)
    return replace(mark, x=mark.x + x, y=mark.y + y)


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper, ``width`` by ``height``."""

    width: float
    height: float
    marks: tuple[Mark, ...]
