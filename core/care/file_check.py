"""The files of a shop that no row of the catalog proves: thumbnails, kept searches, leftovers, strangers."""

import contextlib
import hashlib
import shutil
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.care.archive_bounds import PHOTO
from core.catalog.database.backup_files import backup_files, is_whole
from core.catalog.database.schema.own_schema import own_schema
from core.catalog.edits.edit_log import hashes_in_edits
from core.catalog.log.search_feedback import kept_hashes
from core.catalog.photos.photos import photo_hashes
from core.files.links import leads_out
from core.imaging.photo_files import PhotoFiles
from core.messages import Sentence, message
from core.progress import ReportProgress, report
from core.shop.lock import writers_lock
from core.shop.one_switch import REPLACED, STAGE
from core.shop.shop import Shop
from core.shop.unlabelled_files import FOLDER as UNLABELLED
from core.signed_log.key import KEY_FILE

_STAGE = message("core", "Checking files")
_KEPT = "kept_searches"
_KNOWN = {
    *("catalog.db", "catalog.db-wal", "catalog.db-shm", "catalog.db-journal", "shop.lock", "shop.lock.json"),
    *("photos", "thumbs", "index", "models", "points", "backups", "demo.json", KEY_FILE),
    *(_KEPT, UNLABELLED, REPLACED, "restoring"),
}
_FRESH_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What was found.

    Attributes:
        thumbnails: hashes of photos whose thumbnail is damaged.
        kept_thumbnails: the same of kept searches.
        orphans: photo files that neither the catalog, nor what can be undone, nor a backup names.
        leftovers: temporary files and folders of writers that were killed.
        lost: what nobody can mend, in words.
        notes: what is no problem, and yet worth a word.
    """

    thumbnails: tuple[str, ...] = ()
    kept_thumbnails: tuple[str, ...] = ()
    orphans: tuple[Path, ...] = ()
    leftovers: tuple[Path, ...] = ()
    lost: tuple[Sentence, ...] = ()
    notes: tuple[Sentence, ...] = ()

    @property
    def sentences(self) -> list[Sentence]:
        """Every problem in words."""
        counted = (
            (
                message("core", "Damaged thumbnails: {count}. Repair the shop."),
                len(self.thumbnails) + len(self.kept_thumbnails),
            ),
            (
                message("core", "Photos that belong to no product: {count}. Repair the shop."),
                len(self.orphans),
            ),
            (
                message(
                    "core", "Temporary files left by a program that was ended: {count}. Repair the shop."
                ),
                len(self.leftovers),
            ),
        )
        return [*(Sentence(text, {"count": count}) for text, count in counted if count), *self.lost]


def check_files(shop: Shop, progress: ReportProgress) -> FileCheck:
    """Look at every file beside the catalog, the photos that it names, the lessons and the index.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    hashes = sorted(photo_hashes(shop.catalog))
    damaged = []
    for done, sha256 in enumerate(hashes):
        report(progress, _STAGE, done, len(hashes))
        if not shop.files.thumbnail_is_whole(sha256):
            damaged.append(sha256)
    kept = PhotoFiles(shop.place(_KEPT))
    kept_known = sorted(kept_hashes(shop.catalog))
    older_than = _FRESH_SECONDS if _somebody_writes(shop) else 0.0
    return FileCheck(
        tuple(damaged),
        tuple(sha256 for sha256 in kept_known if not kept.thumbnail_is_whole(sha256)),
        tuple(path for path in _orphans(shop, {*hashes}) if _is_older(path, older_than)),
        tuple(path for path in _leftovers(shop.folder) if _is_older(path, older_than)),
        (*_lost_searches(kept, kept_known), *_lost_backups(shop.catalog.path)),
        tuple(_unknown(shop.folder)),
    )


def mend_files(shop: Shop, found: FileCheck) -> None:
    """Make thumbnails again, and delete what was left behind; what cannot be deleted stays listed.

    Raises:
        KnownError: the disk is full.
    """
    kept = PhotoFiles(shop.place(_KEPT), shop.catalog.require_in_place)
    for files, hashes in ((shop.files, found.thumbnails), (kept, found.kept_thumbnails)):
        for sha256 in hashes:
            with contextlib.suppress(OSError):
                files.renew_thumbnail(sha256)
    now_known = photo_hashes(shop.catalog) | kept_hashes(shop.catalog)
    for path in (*found.leftovers, *(path for path in found.orphans if path.stem not in now_known)):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


def _orphans(shop: Shop, known: set[str]) -> Iterator[Path]:
    """Removing a photo leaves its file for whoever undoes that, or restores an older catalog."""
    found = [
        path
        for path in sorted((shop.folder / "photos").glob("*/*.jpg"))
        if PHOTO.fullmatch(path.relative_to(shop.folder).as_posix())
        and path.stem not in known
        and not leads_out(shop.folder, path)
    ]
    if found:
        wanted = named_elsewhere(shop)
        yield from (path for path in found if path.stem not in wanted)
    kept = kept_hashes(shop.catalog)
    for path in sorted((shop.folder / _KEPT).glob("*/*/*.jpg")):
        if path.stem not in kept and not leads_out(shop.folder, path):
            yield path


def named_elsewhere(shop: Shop) -> set[str]:
    """Hashes of photos in the edits that can be undone, and in the catalogs that can be restored."""
    names = hashes_in_edits(shop.catalog)
    for path in (*backup_files(shop.catalog.path), shop.folder / REPLACED / "catalog.db"):
        if not path.exists():
            continue
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with (
            contextlib.suppress(sqlite3.Error, UnicodeDecodeError),
            contextlib.closing(sqlite3.connect(address, uri=True)) as catalog,
        ):
            if own_schema().foreign_part(catalog) is None:  # a stranger's is not restored, nor asked
                for table in ("photos", "unlabelled_photos"):  # an older one lacks the latter
                    rows = catalog.execute(f"SELECT DISTINCT sha256 FROM {table}").fetchall()  # noqa: S608
                    names |= {sha256 for (sha256,) in rows}
    return names


def _leftovers(folder: Path) -> Iterator[Path]:
    """Hidden names that end as temporary files do, at most four folders deep; nothing inside of one."""
    for pattern in (".*", "*/.*", "*/*/.*", "*/*/*/.*"):
        for path in sorted(folder.glob(pattern)):
            inside = path.relative_to(folder).parts[:-1]
            if any(part.startswith(".") for part in inside) or leads_out(folder, path):
                continue
            if path.suffix in {".tmp", ".moving"} or path.name.startswith(STAGE):
                yield path


def _lost_searches(kept: PhotoFiles, known: list[str]) -> Iterator[Sentence]:
    for sha256 in known:
        path = kept.path(sha256)
        whole = False
        with contextlib.suppress(OSError), path.open("rb") as file:
            whole = hashlib.file_digest(file, "sha256").hexdigest() == sha256
        if not whole:
            text = message("core", "The kept search picture {photo} is missing or damaged.")
            yield Sentence(text, {"photo": path.name})


def _lost_backups(catalog: Path) -> Iterator[Sentence]:
    for path in backup_files(catalog):
        if not is_whole(path):
            text = message("core", "The backup {backup} is damaged: delete it.")
            yield Sentence(text, {"backup": path.name})


def _unknown(folder: Path) -> Iterator[Sentence]:
    for path in sorted(folder.iterdir()):
        if path.name not in _KNOWN and path.suffix != ".tmp" and not path.name.startswith(STAGE):
            text = message("core", "{file} is none of this program's files; it is left alone.")
            yield Sentence(text, {"file": path.name})


def _somebody_writes(shop: Shop) -> bool:
    """Whether files that are young may be another program's that are just being written."""
    if shop.writable or shop.linked:
        return False
    lock, _holder = writers_lock(shop.folder)
    if lock is not None:
        lock.release()
    return lock is None


def _is_older(path: Path, seconds: float) -> bool:
    if not seconds:
        return True
    try:
        return time.time() - path.lstat().st_mtime > seconds
    except OSError:  # gone meanwhile
        return False
