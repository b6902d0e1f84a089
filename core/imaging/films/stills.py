"""A film that was taken with this program: its sharp frames alone, in memory, never a file."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from core.imaging.films.frame import Frame

_QUALITY = 90


@dataclass(frozen=True, slots=True)
class Still:
    """One sharp frame: a JPEG, and its place in the film in milliseconds."""

    at_ms: int
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class Stills:
    """A short film.

    Attributes:
        name: what it is called where a file would be by its name.
        stills: in their order, at most two a second.
        of_ms: how long it was filmed.
    """

    name: str
    stills: tuple[Still, ...]
    of_ms: int

    def frames(self, max_side: int) -> Iterator[Frame]:
        """Each still, no larger than ``max_side``."""
        for still in self.stills:
            image = Image.open(io.BytesIO(still.jpeg)).convert("RGB")
            size = image.size
            image.thumbnail((max_side, max_side))
            yield Frame(image, still.at_ms, self.of_ms, size)


def as_still(image: Image.Image, at_ms: int) -> Still:
    """A frame (RGB) kept small enough that a minute of them fits into memory."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY)
    return Still(at_ms, buffer.getvalue())
