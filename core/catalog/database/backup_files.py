"""Copies of the catalog's file: made online, verified before they count, found again, thinned out.

Works on plain files and connections; knows no shop. What is copied when, and how a shop is
given back, is in :mod:`core.care.backup`.
"""

import contextlib
import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from core.catalog.database.schema.own_schema import own_schema
from core.errors import KnownError
from core.files.atomic import written_beside
from core.files.links import is_link
from core.messages import message

_FOLDER = "backups"
_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
_NUMBER = re.compile(r"Z-(\d{6,})-")


def backups_folder(catalog: Path) -> Path:
    """Where the automatic backups of the catalog file ``catalog`` lie; it need not exist yet."""
    return catalog.parent / _FOLDER


def backup_name(catalog: Path, reason: str, moment: datetime | None = None) -> Path:
    """The file for a backup made at ``moment`` (now) for ``reason`` (``daily``, ``before-0002``).

    It is numbered after those that are there: a clock can be wrong, and then the times do not tell which of
    two backups is the newer.
    """
    stamp = (moment or datetime.now(UTC)).astimezone(UTC).strftime(_STAMP)
    number = max((_number(path) for path in backup_files(catalog)), default=0) + 1
    return backups_folder(catalog) / f"{catalog.stem}-{stamp}-{number:06}-{reason}.db"


def backup_time(backup: Path, catalog: Path) -> datetime | None:
    """When ``backup`` was made, by its name; None if the name is not one of ours."""
    stem = backup.name.removeprefix(f"{catalog.stem}-")
    stamp, separator, _reason = stem.partition("Z-")
    if not separator:
        return None
    try:
        return datetime.strptime(stamp + "Z", _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def backup_files(catalog: Path) -> list[Path]:
    """The automatic backups of ``catalog``, the one that was made last first, whatever the clock said."""
    found = [
        (_number(path), moment, path)
        for path in (() if is_link(backups_folder(catalog)) else backups_folder(catalog).glob("*.db"))
        if not is_link(path) and (moment := backup_time(path, catalog)) is not None
    ]
    return [path for _number, _moment, path in sorted(found, reverse=True)]


def _number(backup: Path) -> int:
    """The place of ``backup`` in the order in which they were made; 0 for those of older versions."""
    found = _NUMBER.search(backup.name)
    return int(found[1]) if found else 0


def newest_good_backup(catalog: Path) -> Path | None:
    """The newest automatic backup that SQLite finds whole."""
    return next((path for path in backup_files(catalog) if is_whole(path)), None)


def is_whole(path: Path) -> bool:
    """True if ``path`` is an SQLite database without a fault, and with nothing in it that is none of ours."""
    try:
        with contextlib.closing(_open_unchanged(path)) as connection:
            if own_schema().foreign_part(connection) is not None:  # the check below would run it
                return False
            return [row[0] for row in connection.execute("PRAGMA integrity_check(1)")] == ["ok"]
    except (sqlite3.Error, UnicodeDecodeError):  # SQLite's words about damage may quote it
        return False


def _open_unchanged(path: Path) -> sqlite3.Connection:
    """Open a finished copy without leaving ``-wal`` and ``-shm`` files beside it."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy the database behind ``source``, in use or not, to the file ``target``; all of it or nothing.

    The copy is made beside ``target``, verified, synced and only then renamed over it, so a file with
    that name is always whole.

    Raises:
        KnownError: the disk is full or read-only, or the copy does not verify.
    """
    with written_beside(target) as temporary:
        try:
            with contextlib.closing(sqlite3.connect(temporary)) as copy:
                source.backup(copy)
                # A copy is one file that needs no neighbours; opening it later turns the log on again.
                copy.execute("PRAGMA journal_mode=DELETE")
        except (sqlite3.Error, OSError) as error:
            raise KnownError(
                message(
                    "core",
                    "The backup {backup} could not be written ({reason}): check the disk's space and "
                    "your rights.",
                ),
                backup=target,
                reason=error,
            ) from error
        finally:
            for ending in ("-journal", "-wal"):  # of a copy that was broken off
                with contextlib.suppress(OSError):
                    Path(f"{temporary}{ending}").unlink(missing_ok=True)
        if not is_whole(temporary):
            raise KnownError(
                message(
                    "core",
                    "The backup {backup} did not verify and was thrown away: check the disk and the catalog.",
                ),
                backup=target,
            )
