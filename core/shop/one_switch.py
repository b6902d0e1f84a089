"""Replacing a shop's catalog, lessons and photos in one switch: whoever opens it sees all of them, or none.

What is new is laid down in a hidden folder of the shop and is on the disk before it counts. Then that folder
is renamed to ``restoring``: that is the switch. From there on everything is a rename that may be done again,
and whoever opens the shop next, also for reading, first finishes what was begun. What was replaced is kept in
``replaced`` until the next time. See docs/decisions/0017-one-switch.md.
"""

import contextlib
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from core.errors import KnownError
from core.files.atomic import sync_folder, sync_tree
from core.messages import message
from core.shop.lock import ShopLock, writers_lock

REPLACED = "replaced"
"""Folder of a shop that keeps what the last restore replaced."""

STAGE = ".restore-"
"""So begin the names of folders that nothing was switched to yet, or everything was."""

_UNDER_WAY = "restoring"
_NEW, _OLDER = "new", "older"
_PATIENCE_SECONDS = 10.0
_CATALOG = ("catalog.db", "catalog.db-wal", "catalog.db-shm")
_MODELS = "models"
_PHOTOS = ("photos", "unlabelled/photos")


@contextlib.contextmanager
def laid_down_beside(shop: Path) -> Iterator[Path]:
    """An empty folder to lay the catalog, lessons and photos down in, under their names in a shop; gone when
    the block ends, unless :func:`switch` took it. Whoever calls holds the shop's lock.

    Raises:
        OSError: it cannot be made.
    """
    stage = shop / f"{STAGE}{secrets.token_hex(4)}"
    try:
        (stage / _NEW).mkdir(parents=True)
        yield stage / _NEW
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def switch(shop: Path, new: Path) -> None:
    """Put what lies in ``new``, of :func:`laid_down_beside`, in place of what the shop has of the same names.

    Photos are added to those that are there; the catalog and the lessons replace the shop's.

    Raises:
        OSError: nothing was replaced.
        KnownError: it was begun and can neither be finished nor undone now; the next opening finishes it.
    """
    stage, under_way = new.parent, shop / _UNDER_WAY
    parts = [name for name in (_CATALOG[0], _MODELS) if (new / name).exists()]
    sync_tree(stage)
    stage.rename(under_way)
    try:
        sync_folder(shop)
        _finish(shop)
    except OSError as error:
        try:
            _undo(shop, parts)
            under_way.rename(stage)
            sync_folder(shop)
        except OSError:
            raise _unfinished(shop, error) from error
        raise


def is_being_restored(shop: Path) -> bool:
    """Whether a switch was begun and not finished: nothing of the shop may be read then."""
    try:
        return (shop / _UNDER_WAY).exists()
    except OSError:  # whoever opens the shop says what is wrong with its place
        return False


def finish_begun(shop: Path) -> None:
    """Finish what a process that was killed has begun, or wait for one that is alive.

    Raises:
        KnownError: the folder cannot be written to, or it takes too long.
    """
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while is_being_restored(shop):
        lock, _holder = writers_lock(shop)
        if lock is not None:
            try:
                tidy(shop, lock)
            finally:
                lock.release()
        elif time.monotonic() > deadline:
            raise KnownError(
                message(
                    "core",
                    "The shop {folder} is being restored. Wait until that has ended, or open it once where "
                    "its folder can be written to.",
                ),
                folder=shop,
            )
        else:
            time.sleep(0.05)


def tidy(shop: Path, _held: ShopLock) -> None:
    """Finish what was begun, and sweep away what was never switched to.

    Raises:
        KnownError: the disk is full or read-only.
    """
    try:
        if is_being_restored(shop):
            _finish(shop)
    except OSError as error:
        raise _unfinished(shop, error) from error
    for path in shop.glob(f"{STAGE}*"):
        shutil.rmtree(path, ignore_errors=True)


def _finish(shop: Path) -> None:
    """Every step may have been done before, wholly or not; each is on the disk before the next is."""
    under_way, new, replaced = shop / _UNDER_WAY, shop / _UNDER_WAY / _NEW, shop / REPLACED
    if not (under_way / _OLDER).exists():
        if replaced.exists():
            replaced.rename(under_way / _OLDER)
        else:
            (under_way / _OLDER).mkdir()
    replaced.mkdir(exist_ok=True)
    _sync(shop, under_way)
    if (new / _CATALOG[0]).exists():
        # A log that stays behind would be taken for the new catalog's, and ruin it: it goes first.
        for name in (*_CATALOG[1:], _CATALOG[0]):
            if (shop / name).exists() and not (replaced / _CATALOG[0]).exists():
                (shop / name).replace(replaced / name)
        for name in _CATALOG[1:]:  # of somebody who looked in between
            (shop / name).unlink(missing_ok=True)
        _sync(shop, replaced)
        (new / _CATALOG[0]).replace(shop / _CATALOG[0])
    if (new / _MODELS).exists():
        if (shop / _MODELS).exists() and not (replaced / _MODELS).exists():
            (shop / _MODELS).rename(replaced / _MODELS)
            _sync(shop, replaced)
        (new / _MODELS).rename(shop / _MODELS)
    for photos in _PHOTOS:
        _add_photos(shop / photos, new / photos)
    _sync(shop, replaced)
    with contextlib.suppress(OSError):  # there was nothing to replace
        replaced.rmdir()
    done = shop / f"{STAGE}{secrets.token_hex(4)}"
    under_way.rename(done)
    with contextlib.suppress(OSError):  # all is done: at worst it is seen to once more
        sync_folder(shop)
        shutil.rmtree(done, ignore_errors=True)


def _add_photos(there: Path, new: Path) -> None:
    """A photo is named by its content, so that one too many harms nobody and need not be taken back."""
    photos = sorted(new.glob("*/*"))
    for path in photos:
        folder = there / path.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        path.replace(folder / path.name)
    if photos:
        _sync(*{there / path.parent.name for path in photos}, there, there.parent)


def _undo(shop: Path, parts: list[str]) -> None:
    """Go back. Killed on the way, the next opening goes forward again: each state here is one of its own."""
    under_way, new, replaced = shop / _UNDER_WAY, shop / _UNDER_WAY / _NEW, shop / REPLACED
    if not (under_way / _OLDER).exists():
        return  # nothing was moved
    for part in reversed(parts):
        if not (new / part).exists() and (shop / part).exists():
            (shop / part).rename(new / part)
        if (replaced / part).exists():
            (replaced / part).rename(shop / part)
    for name in _CATALOG[1:]:
        if (replaced / name).exists():
            (replaced / name).rename(shop / name)
    with contextlib.suppress(FileNotFoundError):
        replaced.rmdir()
    if any((under_way / _OLDER).iterdir()):
        (under_way / _OLDER).rename(replaced)
    _sync(shop)


def _sync(*folders: Path) -> None:
    for folder in folders:
        sync_folder(folder)


def _unfinished(shop: Path, error: OSError) -> KnownError:
    return KnownError(
        message(
            "core",
            "The shop {folder} is half restored ({reason}). Make room, check your rights and close other "
            "programs: opening the shop finishes it.",
        ),
        folder=shop,
        reason=error.strerror or type(error).__name__,
    )
