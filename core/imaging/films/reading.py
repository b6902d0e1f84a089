"""A film's sharp frames, read in a child process."""

from collections.abc import Generator, Iterator
from pathlib import Path

from PIL import Image

from core.imaging.apart import read_apart
from core.imaging.films.decoding import broken, film_frames
from core.imaging.films.frame import Frame

_Read = Iterator[tuple[tuple[int, int, tuple[int, int]], Image.Image]]

PATIENCE_SECONDS = 120.0
"""So long the child may be silent: a minute of film in 4K takes less on two busy cores."""


def read_film(path: Path, max_side: int, *, closely: bool = False) -> Generator[Frame, None, None]:
    """The sharp frames of a film in their order, at most two a second, each no larger than ``max_side``.

    Whoever stops early ends the child.

    Args:
        closely: two a second also where a film has a key frame each second; takes several times as long.

    Raises:
        KnownError: it is no film that can be read, it is too large or too long, or its decoder died.
    """
    frames = read_apart(
        _looked_at_closely if closely else _looked_through,
        path,
        max_side,
        name="film",
        patience=PATIENCE_SECONDS,
        died=lambda: broken(path),
    )
    try:
        for facts, image in frames:
            if image is not None:
                yield Frame(image, *facts)
    finally:
        frames.close()


def _looked_through(path: Path, max_side: int) -> _Read:
    return _told(film_frames(path, max_side))


def _looked_at_closely(path: Path, max_side: int) -> _Read:
    return _told(film_frames(path, max_side, closely=True))


def _told(frames: Iterator[Frame]) -> _Read:
    for frame in frames:
        yield (frame.at_ms, frame.of_ms, frame.full_size), frame.image
