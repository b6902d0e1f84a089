"""Links in a shop's folder, which a stranger may have put there: none is followed, neither in nor out.

The folder itself may be reached through a link: the user chose it. A hard link in ``photos`` does no harm: a
photo is never changed in place. One of the catalog would let its other name be changed, and counts as a link.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from core.errors import KnownError
from core.messages import message

_FILES = (
    "catalog.db",
    "catalog.db-wal",
    "catalog.db-shm",
    "catalog.db-journal",
    "shop.lock",
    "shop.lock.json",
)
_WHOLE = ("models", "index", "backups", "replaced", "restoring")
"""Folders of few files, looked through to the end."""
_FANNED_OUT = (
    *("photos", "thumbs", "points"),
    *("kept_searches/photos", "kept_searches/thumbs", "unlabelled/photos"),
)
"""Folders of very many files, each in one of 256 folders; a file there is looked at when it is opened."""

_JUNCTION = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT."""

Linked = dict[str, Path]
"""Parts of a shop (``models``, ``catalog.db``) that hold a link or are one, with the first in each."""


def is_link(path: Path | str) -> bool:
    """Whether ``path`` leads elsewhere: a symbolic link or a junction."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return False
    return _is_link(status)


def leads_out(root: Path, path: Path) -> bool:
    """Whether ``path``, or a folder between it and ``root``, is a link."""
    while path != root:
        if is_link(path):
            return True
        path = path.parent
    return False


def links_in(shop: Path) -> Linked:
    """The links at places where a shop is read or written; photos themselves are not looked at."""
    found: Linked = {}
    for name in _FILES:
        if _is_no_plain_file(shop / name):
            found[name] = shop / name
    for name in _WHOLE:
        for path in _tree(shop / name):
            if is_link(path):
                found.setdefault(name, path)
    for name in _FANNED_OUT:
        for path in (shop / name.split("/")[0], shop / name, *_entries(shop / name)):
            if is_link(path):
                found.setdefault(name.split("/")[0], path)
    return found


def require_no_links(shop: Path) -> None:
    """Raise a :class:`KnownError` that names a link in the shop, if there is one."""
    for link in links_in(shop).values():
        raise refused(shop, link)


def refused(shop: Path, link: Path) -> KnownError:
    """A shop that holds ``link`` is not changed."""
    return KnownError(
        message(
            "core",
            "The shop {folder} is not changed, because {link} is a link that leads elsewhere, or no plain "
            "file. Put what it leads to in its place.",
        ),
        folder=shop,
        link=link,
    )


def _is_no_plain_file(path: Path) -> bool:
    try:
        status = path.lstat()
    except OSError:
        return False
    return _is_link(status) or not stat.S_ISREG(status.st_mode) or status.st_nlink > 1


def _is_link(status: os.stat_result) -> bool:
    # Of Windows' reparse points a junction leads elsewhere; a file that OneDrive keeps in the cloud does not.
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def _tree(folder: Path) -> Iterator[Path]:
    yield folder
    if not is_link(folder):
        for path in _entries(folder):
            yield from _tree(path)


def _entries(folder: Path) -> list[Path]:
    if is_link(folder):
        return []
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
