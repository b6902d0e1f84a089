"""Bringing a shop back from a backup: everything is laid down beside and verified, then there is one switch.

What is restored is an archive of a whole shop, a copy of its catalog alone, or what the last restore
replaced. Killed at any moment, on a full disk or after a power cut, the shop is as before or restored.
"""

import contextlib
import hashlib
import shutil
import sqlite3
import zipfile
from pathlib import Path

from core.care.archive import CHUNK, damaged_backup, sha256_of, verify_archive
from core.care.archive_bounds import CATALOG_MEMBER, is_named_by_content
from core.care.hub_clock import carry_clock
from core.care.own_catalog import has_sqlite_header, require_ours
from core.catalog.database.backup_files import copy_database
from core.errors import KnownError
from core.files.atomic import make_folders
from core.files.links import require_no_links
from core.files.os_errors import known_os_error
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.lock import writers_lock
from core.shop.one_switch import REPLACED, laid_down_beside, switch, tidy

_RESTORING = message("core", "Restoring the shop")
_MODELS = "models"


def restore_shop(folder: Path, backup: Path, progress: ReportProgress = ignore_progress) -> Path | None:
    """Bring the shop in ``folder`` back from a backup, unless some program has it open for writing.

    An archive brings its catalog, lessons and photos, unlabelled ones too; photos that it does not know stay.
    A copy of the catalog alone leaves the lessons as they are. The catalog that a restore has put aside
    brings the lessons that were put aside with it.

    Returns:
        The catalog that was replaced, which is kept until the next restore with the lessons beside it; None
        if there was none.

    Raises:
        KnownError: the backup is damaged, no backup, or from a newer program; the shop is in use; the disk is
            full.
        Cancelled: ``progress`` asked to stop; the shop is as it was.
    """
    hashes = {} if has_sqlite_header(backup) else verify_archive(backup, progress)
    try:
        make_folders(folder)
    except OSError as error:
        raise _failed(error, folder) from error
    require_no_links(folder)
    lock, writer = writers_lock(folder)
    if lock is None:
        raise KnownError(
            message("core", "The shop {folder} is in use (process {process}) or cannot be written to."),
            folder=folder,
            process=writer.process if writer else "?",
        )
    try:
        tidy(folder, lock)
        with laid_down_beside(folder) as new:
            if hashes:
                _unpack(backup, hashes, folder, new, progress)
            else:
                _copy(backup, folder, new)
            carry_clock(folder / CATALOG_MEMBER, new / CATALOG_MEMBER)
            switch(folder, new)
    except (zipfile.BadZipFile, OSError) as error:
        raise _failed(error, folder) from error
    finally:
        lock.release()
    kept = folder / REPLACED / CATALOG_MEMBER
    return kept if kept.exists() else None


def _unpack(backup: Path, hashes: dict[str, str], shop: Path, new: Path, progress: ReportProgress) -> None:
    """Lay down what the archive holds, but for photos that the shop has."""
    (new / _MODELS).mkdir()
    with zipfile.ZipFile(backup) as archive:
        for done, (name, sha256) in enumerate(hashes.items()):
            report(progress, _RESTORING, done, len(hashes))
            if is_named_by_content(name) and _sha256_of_file(shop / name) == sha256:
                continue
            target = new / name
            target.parent.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            with archive.open(name) as member, target.open("xb") as file:
                while chunk := member.read(CHUNK):
                    digest.update(chunk)
                    file.write(chunk)
            if digest.hexdigest() != sha256:  # changed since it was verified
                raise damaged_backup(backup)
    require_ours(new / CATALOG_MEMBER, backup)


def _copy(backup: Path, shop: Path, new: Path) -> None:
    """Lay down a copy of the catalog, and of the lessons that were put aside with it if it is that one."""
    require_ours(backup, backup)
    with contextlib.closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as content:
        copy_database(content, new / CATALOG_MEMBER)
    put_aside = shop / REPLACED
    if backup.resolve().parent == put_aside.resolve() and (put_aside / _MODELS).is_dir():
        shutil.copytree(put_aside / _MODELS, new / _MODELS, symlinks=True)


def _sha256_of_file(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return sha256_of(file)


def _failed(error: Exception, folder: Path) -> KnownError:
    known = known_os_error(error, folder) if isinstance(error, OSError) else None
    return known or KnownError(
        message("core", "The shop could not be restored ({reason}): check the disk's space and your rights."),
        reason=getattr(error, "strerror", None) or error,
    )
