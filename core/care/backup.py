"""Automatic backups: one a day or a week, thinned out to seven days and four weeks.

They are copies of the catalog's file in the shop's ``backups`` folder, made while the shop is in use and
verified before they count. A whole shop in one file is :mod:`core.care.archive`.
"""

import contextlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from core.catalog.database.backup_files import backup_files, backup_name, backup_time, copy_database
from core.catalog.database.catalog import Catalog
from core.catalog.products.products import counts
from core.files.links import is_link, refused
from core.settings import Backups

_log = logging.getLogger(__name__)

DAILY = "daily"
_DAYS = 7
_WEEKS = 4
_OTHERS = 5
_EVERY: Mapping[Backups, int] = {"daily": 1, "weekly": 7}
"""Days between two."""


@dataclass(frozen=True, slots=True)
class AutomaticBackup:
    """A copy of the catalog beside it; ``is_regular``, unless it was made before something risky."""

    path: Path
    made: datetime
    size: int
    is_regular: bool


def automatic_backups(catalog: Path) -> list[AutomaticBackup]:
    """The automatic backups of the catalog file ``catalog``, the one that was made last first."""
    found = []
    for path in backup_files(catalog):
        made = backup_time(path, catalog)
        with contextlib.suppress(OSError):  # deleted meanwhile
            if made is not None:
                found.append(AutomaticBackup(path, made, path.stat().st_size, _is_daily(path)))
    return found


def daily_backup(catalog: Catalog, now: datetime | None = None, *, often: Backups = "daily") -> Path | None:
    """Back the catalog up unless that was done today, or there is no product in it; returns the new file.

    A backup from the future was made while the clock was ahead and holds none back.

    Args:
        often: "weekly" leaves six days between two; "never" makes none.

    Raises:
        KnownError: the disk is full or read-only.
    """
    if often == "never" or not counts(catalog).products:
        return None
    moment = now or datetime.now(UTC)
    days = [_day(path, catalog.path) for path in backup_files(catalog.path) if _is_daily(path)]
    today = moment.astimezone().date()
    if any(0 <= (today - day).days < _EVERY[often] for day in days):
        return None
    if any(day > today for day in days):
        _log.warning("a backup is dated in the future: it does not stand for the backup of today")
    target = backup_name(catalog.path, DAILY, moment)
    catalog.require_in_place()
    if is_link(target.parent):
        raise refused(catalog.path.parent, target.parent)
    copy_database(catalog.db.conn, target)
    thin_out(catalog.path)
    return target


def thin_out(catalog: Path) -> list[Path]:
    """Delete automatic backups of the catalog file ``catalog`` that are no longer wanted; returns them.

    Kept are the newest of each of the last seven days and four weeks that have one, in the order in which
    they were made, and the last five that were made for another reason (before a migration, before a
    restore). Nothing goes by how old a backup is, so a clock that was wrong costs none.
    """
    files = backup_files(catalog)
    daily = [path for path in files if _is_daily(path)]
    keep = set([path for path in files if not _is_daily(path)][:_OTHERS])
    days: dict[object, Path] = {}
    weeks: dict[object, Path] = {}
    for path in daily:  # the last one made first
        day = _day(path, catalog)
        days.setdefault(day, path)
        weeks.setdefault(day.isocalendar()[:2], path)
    keep |= set(list(days.values())[:_DAYS]) | set(list(weeks.values())[:_WEEKS])
    unwanted = [path for path in files if path not in keep]
    for path in unwanted:
        with contextlib.suppress(OSError):  # one that cannot be deleted now is tried again tomorrow
            path.unlink()
    return unwanted


def _day(backup: Path, catalog: Path) -> date:
    """The day on which ``backup`` was made, by the clock of that day."""
    made = backup_time(backup, catalog)
    if made is None:
        raise ValueError("no automatic backup: its name holds no time")
    return made.astimezone().date()


def _is_daily(path: Path) -> bool:
    return path.stem.endswith(f"-{DAILY}")
