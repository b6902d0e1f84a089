"""A film's sharp frames, read in a child process."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from PIL import Image

from core.imaging.apart import read_apart
from core.imaging.films.decoding import broken, looked_through
from core.imaging.films.frame import Frame, Passed
from core.imaging.films.stills import Stills

Film = Path | Stills
"""A film's file, or what was filmed here."""

_Facts = tuple[int, int, tuple[int, int]]
_Read = Iterator[tuple[_Facts, Image.Image | None]]

PATIENCE_SECONDS = 120.0
"""So long the child may be silent: a minute of film in 4K takes less on two busy cores."""


def read_film(
    film: Film,
    max_side: int,
    *,
    closely: bool = False,
    passed: Callable[[Passed], None] = lambda _passed: None,
) -> Generator[Frame, None, None]:
    """The sharp frames of a film in their order, at most two a second, each no larger than ``max_side``.

    Whoever stops early ends the child.

    Args:
        closely: two a second also where a film has a key frame each second; takes several times as long.
        passed: is told of each half second that shows nothing; what it raises ends the reading.

    Raises:
        KnownError: it is no film that can be read, it is too large or too long, or its decoder died.
    """
    if isinstance(film, Stills):
        yield from film.frames(max_side)
        return
    path = film
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
            else:
                passed(Passed(*facts[:2]))
    finally:
        frames.close()


def _looked_through(path: Path, max_side: int) -> _Read:
    return _told(looked_through(path, max_side, closely=False))


def _looked_at_closely(path: Path, max_side: int) -> _Read:
    return _told(looked_through(path, max_side, closely=True))


def _told(film: Iterator[Frame | Passed]) -> _Read:
    for seen in film:
        if isinstance(seen, Frame):
            yield (seen.at_ms, seen.of_ms, seen.full_size), seen.image
        else:
            yield (seen.at_ms, seen.of_ms, (0, 0)), None
