"""Paper and screens that cards and posters are made for."""

from dataclasses import dataclass

from core.errors import KnownError
from core.messages import message

_MM_PER_INCH = 25.4
_DOTS_PER_INCH = 200
"""Of a picture of paper: sharp on every screen, and small enough to be sent."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """One of them, upright.

    Attributes:
        width, height: millimetres; of a screen, of paper with its shape.
        pixels: across, as a picture.
        is_screen: for a social network or a chat, not for a printer.
    """

    name: str
    width: float
    height: float
    pixels: int
    is_screen: bool = False


def _paper(name: str, width: float, height: float) -> PageSize:
    return PageSize(name, width, height, round(width / _MM_PER_INCH * _DOTS_PER_INCH))


def _screen(name: str, width: int, height: int) -> PageSize:
    return PageSize(name, 108.0, 108.0 * height / width, width, is_screen=True)


SIZES = (
    _paper("A4", 210.0, 297.0),
    _paper("A3", 297.0, 420.0),
    _paper("A5", 148.0, 210.0),
    _paper("A6", 105.0, 148.0),
    _paper("letter", 215.9, 279.4),
    _screen("square", 1080, 1080),
    _screen("portrait", 1080, 1350),
    _screen("story", 1080, 1920),
)


def size_named(name: str) -> PageSize:
    """The size with this name.

    Raises:
        KnownError: there is none.
    """
    for size in SIZES:
        if size.name.casefold() == name.casefold():
            return size
    raise KnownError(
        message("core", "There is no size “{name}”. There are: {names}."),
        name=name[:40],
        names=", ".join(size.name for size in SIZES),
    )
