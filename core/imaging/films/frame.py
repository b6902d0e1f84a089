"""One frame of a film, and a part of it that shows nothing."""

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One frame.

    Attributes:
        image: upright RGB.
        at_ms: its place in the film, in milliseconds.
        of_ms: how long the film says that it is; 0 where it does not.
        full_size: width and height of the upright frame in the film; the image may be smaller.
    """

    image: Image.Image
    at_ms: int
    of_ms: int
    full_size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passed:
    """A half second without a sharp frame; times as of a :class:`Frame`."""

    at_ms: int
    of_ms: int
