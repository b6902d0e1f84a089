"""Customers forgotten: in the catalog, in its log, and in the copies of it that the program made by itself.

Archives that somebody wrote elsewhere (``backup FILE``) hold what they held; the receipts stay, as anybody's.
"""

import contextlib
import shutil
import sqlite3
from pathlib import Path

from core.catalog.database.backup_files import backup_files
from core.catalog.database.erasing import empty_log, erasing
from core.catalog.sales.customers import choose_keeping, customer_by_number, erase
from core.errors import KnownError
from core.files.atomic import written_beside
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

_STAGE = message("core", "Forgetting customers")


def forget_customer(shop: Shop, number: str, progress: ReportProgress = ignore_progress) -> None:
    """Delete a customer. No byte of the number is left in the shop's folder.

    Raises:
        KnownError: there is none of that number, the shop is read-only, or a backup cannot be written.
        Cancelled: ``progress`` asked to stop; do it once more then.
    """
    shop.require_writable()
    _forget(shop, customer_by_number(shop.catalog, number).number, progress)


def forget_all_customers(shop: Shop, progress: ReportProgress = ignore_progress) -> None:
    """Delete every customer, as :func:`forget_customer`."""
    shop.require_writable()
    _forget(shop, None, progress)


def keep_customers(shop: Shop, keep: bool, progress: ReportProgress = ignore_progress) -> None:
    """From now on numbers of customers are kept with receipts that come in; or not, and all are forgotten."""
    shop.require_writable()
    choose_keeping(shop.catalog, keep)
    if not keep:
        forget_all_customers(shop, progress)


def _forget(shop: Shop, number: str | None, progress: ReportProgress) -> None:
    backups = backup_files(shop.catalog.path)
    for done, backup in enumerate(backups):  # first: the catalog knows the customer until all is done
        report(progress, _STAGE, done, len(backups) + 1)
        _forget_in(backup, number)
    with erasing(shop.catalog) as db:
        erase(db.conn, number)
    empty_log(shop.catalog)


def _forget_in(backup: Path, number: str | None) -> None:
    """Write a backup anew without the customer, if it knows of them."""
    if not _knows(backup, number):
        return
    try:
        with written_beside(backup) as temporary:
            shutil.copyfile(backup, temporary)
            with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
                connection.execute("PRAGMA foreign_keys=ON")
                connection.execute("PRAGMA secure_delete=ON")
                connection.execute("PRAGMA journal_mode=MEMORY")
                connection.execute("BEGIN")
                erase(connection, number)
                connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise KnownError(
            message(
                "core",
                "The backup {backup} still has the customer and cannot be written ({reason}): delete it.",
            ),
            backup=backup,
            reason=error,
        ) from error


def _knows(backup: Path, number: str | None) -> bool:
    wanted, values = ("1", []) if number is None else ("number = ?", [number])
    try:
        place = f"{backup.resolve().as_uri()}?mode=ro&immutable=1"
        with contextlib.closing(sqlite3.connect(place, uri=True)) as connection:
            query = f"SELECT 1 FROM customers WHERE {wanted}"  # noqa: S608
            return connection.execute(query, values).fetchone() is not None
    except sqlite3.Error:  # of a version before customers, or damaged: restoring it refuses it
        return False
