"""Where the user wants something written: never into a shop, nor over what is of another kind.

Every file that a user names for a backup, a table or a report passes here before anything is written to it.
It is then replaced by a rename: another name of the same file (a hard link) keeps its content.
"""

import stat
from collections.abc import Callable
from pathlib import Path

from core.errors import KnownError
from core.messages import message

_SQLITE = b"SQLite format 3\0"


def checked_target(target: Path, is_ours: Callable[[Path], bool], *, replace: bool = False) -> Path:
    """The file that ``target`` leads to, links followed, which may be written.

    Args:
        is_ours: whether an existing file, which is not empty, is of the kind that is to be written.
        replace: the user wants it replaced, whatever it is.

    Raises:
        KnownError: it lies in a shop, is no plain file, or is of another kind.
    """
    try:
        found = target.stat()
    except OSError:
        found = None  # whoever writes says what is wrong with the path, if anything is
    if found is not None and not stat.S_ISREG(found.st_mode):
        raise KnownError(message("core", "{file} is no plain file: choose another name."), file=target)
    place = require_outside_shops(target)
    if found is None or not found.st_size or replace or _is(is_ours, place):
        return place
    raise KnownError(
        message(
            "core",
            "{file} is there already, and it is something else: choose another name. (On the command line "
            "--replace replaces it.)",
        ),
        file=target,
    )


def require_outside_shops(target: Path) -> Path:
    """Where ``target`` leads to; it need not be there.

    A shop is a folder that holds a catalog, by whatever way or name it was reached.

    Raises:
        KnownError: that lies in a shop, or is one.
    """
    try:
        place = target.resolve()
    except (OSError, RuntimeError) as error:  # links that lead in a circle
        raise KnownError(
            message("core", "{file} leads nowhere: choose another name."), file=target
        ) from error
    for folder in (place, *place.parents):
        if _holds_catalog(folder):
            raise KnownError(
                message("core", "{file} lies inside the shop {shop}: choose a place outside of it."),
                file=target,
                shop=folder,
            )
    return place


def _holds_catalog(folder: Path) -> bool:
    catalog = folder / "catalog.db"
    try:
        if not catalog.is_file():
            return False
        with catalog.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _is(is_ours: Callable[[Path], bool], file: Path) -> bool:
    try:
        return is_ours(file)
    except OSError:
        return False
