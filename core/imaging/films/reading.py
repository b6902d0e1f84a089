"""A film's sharp frames, read in a child process."""

from collections.abc import Generator, Iterator
from pathlib import Path

from PIL import Image

from core.imaging.apart import read_apart
from core.imaging.films.decoding import broken, film_frames
from core.imaging.films.frame import Frame

PATIENCE_SECONDS = 120.0
"""So long the child may be silent: a minute of film in 4K takes less on two busy cores."""


def read_film(path: Path, max_side: int) -> Generator[Frame, None, None]:
    """The sharp frames of a film in their order, at most two a second, each no larger than ``max_side``.

    Whoever stops early ends the child.

    Raises:
        KnownError: it is no film that can be read, it is too large or too long, or its decoder died.
    """
    frames = read_apart(
        _times_and_pictures, path, max_side, name="film", patience=PATIENCE_SECONDS, died=lambda: broken(path)
    )
    try:
        for (at_ms, of_ms), image in frames:
            if image is not None:
                yield Frame(image, at_ms, of_ms)
    finally:
        frames.close()


def _times_and_pictures(path: Path, max_side: int) -> Iterator[tuple[tuple[int, int], Image.Image]]:
    for frame in film_frames(path, max_side):
        yield (frame.at_ms, frame.of_ms), frame.image
