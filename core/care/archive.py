"""A whole shop in one file: catalog, photos, unlabelled ones too, and models in a ZIP that proves itself.

The archive lists the SHA-256 of all that it holds. It is verified before it counts, when it is written
and again before anything of a shop is replaced by it (core/care/restore.py). What can be made again
(thumbnails, the index) is left out.
"""

import contextlib
import hashlib
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from core.care.archive_bounds import (
    CATALOG_MEMBER,
    MANIFEST,
    has_short_directory,
    is_expected,
    is_honest,
    is_named_by_content,
)
from core.catalog.clock import utc_now
from core.catalog.database.backup_files import copy_database
from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.files.atomic import written_beside
from core.files.hostile import UNREADABLE_ZIP, parse_json
from core.files.links import leads_out
from core.files.targets import checked_target
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report

_FORMAT = 1
CHUNK = 2**20
"""Bytes that are read at once."""
_WRITING = message("core", "Backing the shop up")
_VERIFYING = message("core", "Verifying the backup")


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """What a backup holds.

    Attributes:
        photos: how many are in it and whole.
        missing_photos: how many the catalog names whose file is gone, or is not what it was.
        lost_photos_of: the products that these belong to.
        size: bytes.
    """

    photos: int
    missing_photos: int
    lost_photos_of: tuple[str, ...]
    size: int


def write_archive(
    catalog: Catalog,
    shop: Path,
    target: Path,
    progress: ReportProgress = ignore_progress,
    *,
    replace: bool = False,
) -> ArchiveReport:
    """Write the shop in the folder ``shop`` to the file ``target``, while it is in use; whole or not at all.

    Args:
        replace: also a file that is no archive of a shop.

    Raises:
        KnownError: the target may not be written (core/files/targets.py), the disk is full or read-only, or
            the archive does not verify.
        Cancelled: ``progress`` asked to stop; there is no new file then.
    """
    target = checked_target(target, is_archive, replace=replace)
    with written_beside(target) as temporary, tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        copy = Path(scratch) / CATALOG_MEMBER
        hashes: dict[str, str] = {}
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED, strict_timestamps=False) as archive:
            with lesson_stays(shop):
                for path in _model_files(shop):
                    name = path.relative_to(shop).as_posix()
                    hashes[name] = _add(archive, path, name, zipfile.ZIP_STORED)
                _copy_catalog(catalog, copy, target)
            photos = _photos_of(copy)
            named = [*photos, *_unlabelled_of(copy)]
            present = [name for name in named if _is_own_photo(shop, name)]
            hashes[CATALOG_MEMBER] = _add(archive, copy, CATALOG_MEMBER, zipfile.ZIP_DEFLATED)
            for done, name in enumerate(present):
                report(progress, _WRITING, done, len(present))
                hashes[name] = _add(archive, shop / name, name, zipfile.ZIP_STORED)
            manifest = {"format": _FORMAT, "made": utc_now(), "files": hashes}
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1), zipfile.ZIP_DEFLATED)
        verify_archive(temporary, progress)
        size = temporary.stat().st_size
        lost = [name for name in photos if hashes.get(name) != Path(name).stem]
        products = tuple(sorted({photos[name] for name in lost}))
    return ArchiveReport(len(photos) - len(lost), len(lost), products, size)


@contextlib.contextmanager
def lesson_stays(shop: Path) -> Iterator[None]:
    """What is copied in the block is of one state: refused if another lesson is put in use meanwhile.

    Raises:
        KnownError: so it is.
    """
    before = _lesson_in_use(shop)
    yield
    if _lesson_in_use(shop) != before:
        raise KnownError(
            message("core", "Another lesson was put in use meanwhile: do it again when that has ended.")
        )


def _lesson_in_use(shop: Path) -> bytes:
    try:
        return (shop / "models" / "active.json").read_bytes()
    except OSError:
        return b""


def is_archive(path: Path) -> bool:
    """Whether it looks like one that :func:`write_archive` wrote."""
    try:
        if not has_short_directory(path):
            return False
        with zipfile.ZipFile(path) as archive:
            return {MANIFEST, CATALOG_MEMBER} <= {*archive.namelist()}
    except UNREADABLE_ZIP:
        return False


def verify_archive(path: Path, progress: ReportProgress) -> dict[str, str]:
    """The archive's files by name with their hashes, each read and found right.

    Raises:
        KnownError: it is no archive of ours, or anything in it is not as its list says.
    """
    try:
        if not has_short_directory(path):
            raise damaged_backup(path)
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.filename.endswith("/")]
            names = {member.filename for member in members}
            if _is_packed_again(names):
                raise KnownError(
                    message(
                        "core",
                        "The backup {backup} was unpacked and zipped again with a folder around it: restore "
                        "the file as it was written, or zip what is in that folder, not the folder.",
                    ),
                    backup=path,
                )
            if not is_honest(members):
                raise damaged_backup(path)
            hashes = _manifest(archive, path)
            if names != {*hashes, MANIFEST}:
                raise damaged_backup(path)
            for done, (name, expected) in enumerate(hashes.items()):
                report(progress, _VERIFYING, done, len(hashes))
                with archive.open(name) as member:
                    if sha256_of(member) != expected:
                        raise damaged_backup(path)
            return hashes
    except UNREADABLE_ZIP as error:
        raise damaged_backup(path) from error


def _is_packed_again(names: Collection[str]) -> bool:
    """Whether our files lie in a folder within the archive."""
    return MANIFEST not in names and any(name.endswith(f"/{MANIFEST}") for name in names)


def _manifest(archive: zipfile.ZipFile, path: Path) -> dict[str, str]:
    manifest = parse_json(archive.read(MANIFEST))
    files = manifest.get("files") if isinstance(manifest, dict) else None
    if not isinstance(files, dict) or CATALOG_MEMBER not in files:
        raise damaged_backup(path)
    if manifest.get("format") != _FORMAT:
        raise KnownError(
            message(
                "core", "A newer version of this program made the backup {backup}: update the program first."
            ),
            backup=path,
        )
    return {str(name): str(sha256) for name, sha256 in files.items()}


def _copy_catalog(catalog: Catalog, copy: Path, backup: Path) -> None:
    """Copy the catalog; an error names the backup that is being made, not the copy, which soon is gone."""
    try:
        copy_database(catalog.db.conn, copy)
    except KnownError as error:
        values = {name: backup if value == copy else value for name, value in error.sentence.values.items()}
        raise KnownError(error.sentence.text, **values) from error


def _photos_of(catalog_copy: Path) -> dict[str, str]:
    """The files that the catalog names, each with the products that it shows."""
    with _read(catalog_copy) as connection:
        rows = connection.execute(
            "SELECT sha256, coalesce(group_concat(DISTINCT CASE title WHEN '' THEN sku"
            " ELSE title || ' (' || sku || ')' END), '–') FROM photos"
            " LEFT JOIN products ON products.id = product_id GROUP BY sha256 ORDER BY sha256"
        ).fetchall()
    return {f"photos/{sha256[:2]}/{sha256}.jpg": products for sha256, products in rows}


def _unlabelled_of(catalog_copy: Path) -> list[str]:
    """The pictures of unlabelled photos; one that is gone costs no product anything."""
    with _read(catalog_copy) as connection:
        rows = connection.execute("SELECT DISTINCT sha256 FROM unlabelled_photos ORDER BY sha256").fetchall()
    return [f"unlabelled/photos/{sha256[:2]}/{sha256}.jpg" for (sha256,) in rows if sha256]


@contextlib.contextmanager
def _read(catalog_copy: Path) -> Iterator[sqlite3.Connection]:
    """A damaged text, or a stranger's, ends no backup: what it named is told as lost."""
    with contextlib.closing(sqlite3.connect(catalog_copy)) as connection:
        connection.text_factory = lambda text: text.decode(errors="replace")
        yield connection


def _is_own_photo(shop: Path, name: str) -> bool:
    """False for a name that a stranger's catalog made up, and for a link that leads to somebody's file."""
    path = shop / name
    return is_named_by_content(name) and path.is_file() and not leads_out(shop, path)


def _model_files(shop: Path) -> Iterator[Path]:
    for path in sorted((shop / "models").rglob("*")):
        name = path.relative_to(shop)
        if path.is_file() and not leads_out(shop, path) and is_expected(PurePosixPath(name).as_posix()):
            yield path


def _add(archive: zipfile.ZipFile, source: Path, name: str, method: int) -> str:
    """Put a file into the archive; returns its hash, taken of the very bytes that went in."""
    info = zipfile.ZipInfo.from_file(source, name, strict_timestamps=False)
    info.compress_type = method
    digest = hashlib.sha256()
    with source.open("rb") as file, archive.open(info, "w") as member:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            member.write(chunk)
    return digest.hexdigest()


def sha256_of(file: IO[bytes]) -> str:
    """The hash of what is left to read, in hexadecimal."""
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def damaged_backup(backup: Path) -> KnownError:
    """It is not as this program wrote it, or it never did."""
    return KnownError(
        message("core", "{backup} is damaged or no backup of this program: choose another one."),
        backup=backup,
    )
