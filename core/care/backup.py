"""Automatic backups: one a day, thinned out to seven days and four weeks.

They are copies of the catalog's file in the shop's ``backups`` folder, made while the shop is in use and
verified before they count. A whole shop in one file is :mod:`core.care.archive`.
"""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from core.catalog.database.backup_files import backup_files, backup_name, backup_time, copy_database
from core.catalog.database.catalog import Catalog
from core.catalog.products.products import counts

DAILY = "daily"
_DAYS = 7
_WEEKS = 4
_OTHERS = 5


def daily_backup(catalog: Catalog, now: datetime | None = None) -> Path | None:
    """Back the catalog up unless that was done today, or there is no product in it; returns the new file.

    Raises:
        KnownError: the disk is full or read-only.
    """
    if not counts(catalog).products:
        return None
    moment = now or datetime.now(UTC)
    newest = next((path for path in backup_files(catalog.path) if _is_daily(path)), None)
    if newest is not None:
        made = backup_time(newest, catalog.path)
        if made is not None and made.astimezone().date() >= moment.astimezone().date():
            return None
    target = backup_name(catalog.path, DAILY, moment)
    copy_database(catalog.db.conn, target)
    thin_out(catalog.path)
    return target


def thin_out(catalog: Path) -> list[Path]:
    """Delete automatic backups of the catalog file ``catalog`` that are no longer wanted; returns them.

    Kept are the newest of each of the last seven days and four weeks that have one, and the last five
    that were made for another reason (before a migration, before a restore).
    """
    files = backup_files(catalog)
    daily = [path for path in files if _is_daily(path)]
    keep = set([path for path in files if not _is_daily(path)][:_OTHERS])
    days: dict[object, Path] = {}
    weeks: dict[object, Path] = {}
    for path in daily:  # newest first
        made = backup_time(path, catalog)
        if made is not None:
            local = made.astimezone()
            days.setdefault(local.date(), path)
            weeks.setdefault(local.isocalendar()[:2], path)
    keep |= set(list(days.values())[:_DAYS]) | set(list(weeks.values())[:_WEEKS])
    unwanted = [path for path in files if path not in keep]
    for path in unwanted:
        with contextlib.suppress(OSError):  # one that cannot be deleted now is tried again tomorrow
            path.unlink()
    return unwanted


def _is_daily(path: Path) -> bool:
    return path.stem.endswith(f"-{DAILY}")
