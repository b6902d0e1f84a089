"""Puts another catalog in the place of a shop's own, which is kept aside."""

import contextlib
import sqlite3
from pathlib import Path

from core.atomic_files import sync_folder
from core.catalog.database.backup_files import backup_name, copy_database
from core.catalog.database.schema.steps import APPLICATION_ID, MAJOR
from core.catalog.database.schema.upgrade import refuse_foreign_instructions
from core.errors import KnownError
from core.messages import message

_REASON = "before-restore"
_HEADER = b"SQLite format 3\0"


def check_is_ours(path: Path) -> None:
    """Refuse a database that is no catalog, or one of a newer program.

    Raises:
        KnownError: with the reason.
    """
    with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application_id == APPLICATION_ID and version // 1000 <= MAJOR:
            refuse_foreign_instructions(connection, path)
    if application_id != APPLICATION_ID:
        raise KnownError(
            message("core", "{backup} is not a backup of a catalog: choose another file."), backup=path
        )
    if version // 1000 > MAJOR:
        raise KnownError(
            message(
                "core", "A newer version of this program made the backup {backup}: update the program first."
            ),
            backup=path,
        )


def has_sqlite_header(path: Path) -> bool:
    """True if the file begins as SQLite's do. Others are not even opened: SQLite would delete their log."""
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError as error:
        raise KnownError(
            message("core", "{file} cannot be read ({reason}): check the path and your rights."),
            file=path,
            reason=error.strerror or error,
        ) from error


def replace_catalog(catalog: Path, source: Path) -> Path | None:
    """Give the catalog file ``catalog`` the content of ``source``; returns where the old one is kept.

    A catalog that is whole is overwritten by SQLite itself, in one transaction. A damaged one is renamed:
    killed between that and the copy, there is no catalog, and opening the shop names the newest backup.

    Raises:
        KnownError: ``source`` is not ours, or the disk is full or read-only.
    """
    check_is_ours(source)
    with contextlib.closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as content:
        if not catalog.exists():
            copy_database(content, catalog)
            return None
        aside = backup_name(catalog, _REASON)
        if has_sqlite_header(catalog) and _overwritten(catalog, content, aside):
            return aside
        _set_aside(catalog, aside)
        copy_database(content, catalog)
        return aside


def _overwritten(catalog: Path, content: sqlite3.Connection, aside: Path) -> bool:
    """Keep a copy of a whole catalog, then overwrite it; False if it is damaged."""
    try:
        with contextlib.closing(sqlite3.connect(catalog)) as current:
            current.execute("PRAGMA synchronous=FULL")
            if current.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                return False
            copy_database(current, aside)
            content.backup(current)
            current.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError as error:
        full_or_busy = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR}
        if error.sqlite_errorcode & 0xFF in full_or_busy:
            raise KnownError(
                message(
                    "core",
                    "The catalog {catalog} could not be replaced ({reason}): close other programs.",
                ),
                catalog=catalog,
                reason=error,
            ) from error
        return False
    return True


def _set_aside(catalog: Path, aside: Path) -> None:
    """Rename the file and its log. A log left behind would be taken for the new catalog's, and ruin it."""
    aside.parent.mkdir(parents=True, exist_ok=True)
    try:
        for ending in ("-wal", "-shm", ""):
            part = catalog.with_name(catalog.name + ending)
            if part.exists():
                part.replace(aside.with_name(aside.name + ending))
        sync_folder(catalog.parent)
    except OSError as error:
        raise KnownError(
            message("core", "The catalog {catalog} could not be put aside ({reason}): check your rights."),
            catalog=catalog,
            reason=error.strerror or error,
        ) from error
