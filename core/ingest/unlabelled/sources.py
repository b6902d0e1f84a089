"""What was given, folders looked through: pictures, films, and what is neither."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.catalog.tables.rows import Skipped
from core.files.below import files_below
from core.imaging.picture_kinds import (
    CANNOT_OPEN,
    FILM_ENDINGS,
    OTHER_PICTURE_ENDINGS,
    PICTURE_ENDINGS,
    is_film,
)
from core.messages import Sentence, message


@dataclass(frozen=True, slots=True)
class Given:
    """Files to take, each once, those of a folder by their path."""

    pictures: tuple[Path, ...]
    films: tuple[Path, ...]
    skipped: tuple[Skipped, ...]


def look_through(paths: Iterable[Path]) -> Given:
    """Sort files and the content of folders; links out of a folder are not followed.

    A file that is named itself, whatever its ending, and is no film is taken for a picture.

    Raises:
        KnownError: a folder cannot be read.
    """
    pictures: dict[Path, None] = {}
    films: dict[Path, None] = {}
    skipped: list[Skipped] = []
    for path in paths:
        if not path.is_dir():
            (films if is_film(path.name) else pictures)[path] = None
            continue
        found = sorted(files_below(path, (*PICTURE_ENDINGS, *FILM_ENDINGS, *OTHER_PICTURE_ENDINGS)))
        if not found:
            text = message("core", "There are no pictures and no films in {folder}.")
            skipped.append(Skipped(str(path), Sentence(text, {"folder": path})))
        for file in found:
            if file.suffix.lower() in OTHER_PICTURE_ENDINGS:
                skipped.append(Skipped(str(file), Sentence(CANNOT_OPEN)))
                continue
            (films if is_film(file.name) else pictures)[file] = None
    return Given(tuple(pictures), tuple(films), tuple(skipped))
