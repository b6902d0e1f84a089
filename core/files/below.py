"""What lies in a folder and those in it."""

import os
from collections.abc import Iterator
from pathlib import Path

from core.errors import KnownError
from core.messages import message


def files_below(folder: Path, endings: tuple[str, ...] = ("",)) -> Iterator[Path]:
    """The files below ``folder`` with one of these lower-case endings, or all.

    Nothing hidden, and through no link.

    Raises:
        KnownError: a folder cannot be read.
    """

    def unreadable(error: OSError) -> None:
        raise KnownError(
            message("core", "The folder {folder} cannot be read ({reason})."),
            folder=error.filename,
            reason=error.strerror or type(error).__name__,
        ) from error

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(endings) and not name.startswith("."):
                yield Path(parent, name)
