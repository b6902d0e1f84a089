"""Taking a shop elsewhere: copying it while it is in use, moving it while it is closed.

Either way the new folder appears whole, by a rename, or not at all; a move that fails or is stopped leaves
the shop where it was.
"""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from core.care.archive import lesson_stays
from core.catalog.database.backup_files import copy_database
from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.files.atomic import make_folders, remove_folder, sync_folder, sync_tree
from core.files.links import require_no_links
from core.files.targets import require_outside_shops
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.lock import ShopLock
from core.shop.one_switch import tidy
from core.signed_log.key import KEY_FILE

_CATALOG = "catalog.db"
_LEFT_BEHIND = {"shop.lock", "shop.lock.json", f"{_CATALOG}-wal", f"{_CATALOG}-shm"}
_MADE_AGAIN = {"index", "thumbs", "points"}
_COPYING = message("core", "Copying the shop")
_MOVING = message("core", "Moving the shop")


def copy_shop(
    catalog: Catalog, folder: Path, target: Path, progress: ReportProgress = ignore_progress
) -> None:
    """Copy the shop in ``folder`` to ``target`` while it is in use; what can be made again is left out.

    Args:
        catalog: of the shop, open.
        target: a folder that is not there yet, or is empty.

    Raises:
        KnownError: the target is occupied or inside the shop, or the disk is full.
        Cancelled: ``progress`` asked to stop; there is no copy then.
    """
    _require_free(target)
    building = _building(target)
    try:
        make_folders(building)
        after = {"photos", "unlabelled"}
        # Nor the key: two shops that sign with one cannot be told apart.
        left = {*_MADE_AGAIN, _CATALOG, KEY_FILE, *after}
        files = [name for name in _files(folder) if name.parts[0] not in left]
        with lesson_stays(folder):
            _copy(folder, building, files, progress, _COPYING)
            copy_database(catalog.db.conn, building / _CATALOG)
        # Photos are named by their content and never change: one that comes now is not in the catalog's copy.
        photos = [name for name in _files(folder) if name.parts[0] in after]
        _copy(folder, building, photos, progress, _COPYING)
        _put_in_place(building, target)
    except OSError as error:
        raise _failed(target, error) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)


def move_shop(folder: Path, target: Path, progress: ReportProgress = ignore_progress) -> None:
    """Move the shop in ``folder``, which no program has open, to ``target``.

    Args:
        target: a folder that is not there yet, or is empty; it may lie on another disk.

    Raises:
        KnownError: the shop is in use, the target is occupied or inside it, or the disk is full. The shop
            is where it was.
        Cancelled: ``progress`` asked to stop; the shop is where it was.
    """
    _require_free(target)
    require_no_links(folder)
    lock = ShopLock(folder)
    try:
        free = lock.acquire()
    except OSError as error:
        raise _failed(target, error) from error
    if not free:
        raise KnownError(
            message("core", "The shop {folder} is in use by another program. Close it and try again."),
            folder=folder,
        )
    building = _building(target)
    try:
        tidy(folder, lock)
        make_folders(target.parent)
        report(progress, _MOVING, 0, 0)
        if not _rename(folder, target, lock):
            _copy(folder, building, list(_files(folder)), progress, _MOVING)
            _put_in_place(building, target)
            with contextlib.suppress(OSError):  # the shop is at its new place, whatever stays here
                remove_folder(folder)
    except OSError as error:
        raise _failed(target, error) from error
    finally:
        lock.release()  # not before: what somebody writes meanwhile would be lost
        shutil.rmtree(building, ignore_errors=True)


def _rename(folder: Path, target: Path, lock: ShopLock) -> bool:
    """Move by renaming; False where the target lies on another disk."""
    if target.exists():
        target.rmdir()
    if os.name == "nt":
        lock.release()  # its file moves too, and Windows moves no file that is open
    try:
        folder.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return False
    sync_folder(target.parent)
    return True


def _require_free(target: Path) -> None:
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise KnownError(
            message("core", "There is something in {target} already. Choose another folder."), target=target
        )
    require_outside_shops(target)


def _building(target: Path) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")


def _files(folder: Path) -> Iterator[Path]:
    """Every file of the shop, relative to its folder; no links, nothing half-made."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in sorted(folders) if not name.startswith(".")]
        for name in sorted(names):
            path = Path(place) / name
            if name not in _LEFT_BEHIND and not name.startswith(".") and not path.is_symlink():
                yield path.relative_to(folder)


def _copy(source: Path, target: Path, files: list[Path], progress: ReportProgress, stage: str) -> None:
    for done, name in enumerate(files):
        report(progress, stage, done, len(files))
        (target / name.parent).mkdir(parents=True, exist_ok=True)
        with (source / name).open("rb") as read, (target / name).open("xb") as write:
            shutil.copyfileobj(read, write, 1 << 20)
    report(progress, stage, len(files), len(files))


def _put_in_place(building: Path, target: Path) -> None:
    if target.exists():
        target.rmdir()
    sync_tree(building)
    building.rename(target)
    sync_folder(target.parent)


def _failed(target: Path, error: OSError) -> KnownError:
    return KnownError(
        message("core", "The shop could not be brought to {target} ({reason}): it is where it was."),
        target=target,
        reason=error.strerror or type(error).__name__,
    )
