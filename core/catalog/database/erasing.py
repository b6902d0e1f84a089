"""Deleting so that nothing of it can be read in the shop's folder afterwards, backups aside.

SQLite otherwise marks a deleted row's place as free and leaves what stands there; and its log holds what was
written since it was last emptied (https://www.sqlite.org/pragma.html#pragma_secure_delete).
"""

import contextlib
import time
from collections.abc import Iterator

import sqlite_utils

from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.messages import message

_PATIENCE_SECONDS = 10.0


@contextlib.contextmanager
def erasing(catalog: Catalog) -> Iterator[sqlite_utils.Database]:
    """A transaction, also within another, in which what is deleted is overwritten in the catalog's file."""
    connection = catalog.db.conn
    (before,) = connection.execute("PRAGMA secure_delete").fetchone()
    connection.execute("PRAGMA secure_delete=ON")
    try:
        with catalog.transaction() as db:
            yield db
    finally:
        connection.execute(f"PRAGMA secure_delete={int(before)}")


def empty_log(catalog: Catalog) -> None:
    """Bring SQLite's log into the catalog's file and cut it to nothing.

    Raises:
        KnownError: somebody goes on reading what was there before.
    """
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        (busy, _pages, _moved) = catalog.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return
        if time.monotonic() > deadline:
            raise KnownError(
                message(
                    "core",
                    "It is deleted, but another program still reads the catalog as it was: close it, then "
                    "forget once more.",
                )
            )
        time.sleep(0.05)
