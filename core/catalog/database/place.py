"""Whether a catalog's file still is where it was opened: not removed, moved, unmounted or replaced since.

SQLite writes on into a file whose name is gone, and all of it is lost. What a name leads to is told by device
and inode: a look costs some microseconds.
"""

from pathlib import Path

from core.errors import KnownError
from core.messages import message

GONE = message(
    "core",
    "The shop's folder {folder} has gone: moved, removed, replaced, or its disk was taken out. "
    "Nothing more is written. Bring it back and try again, or open the shop where it is now.",
)
"""The template of a :class:`GoneError`."""

Identity = tuple[int, int]
"""Device and inode."""


class GoneError(KnownError):
    """The shop's folder is not there any more, or another one is in its place."""


def identity(path: Path) -> Identity | None:
    """What ``path`` leads to now; None where there is nothing, or nothing that can be looked at."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


class Place:
    """The catalog's file and its folder as they are now, to be compared with later."""

    def __init__(self, catalog: Path) -> None:
        self._catalog = catalog
        self._seen = self._look()

    def is_as_it_was(self) -> bool:
        """Whether both names still lead to what they led to."""
        return None not in self._seen and self._look() == self._seen

    def require(self) -> None:
        """Raise a :class:`GoneError` unless both names still lead to what they led to."""
        if not self.is_as_it_was():
            raise gone(self._catalog.parent)

    def _look(self) -> tuple[Identity | None, Identity | None]:
        return identity(self._catalog.parent), identity(self._catalog)


def gone(folder: Path) -> GoneError:
    """The folder of an open shop has gone."""
    return GoneError(GONE, folder=folder)
