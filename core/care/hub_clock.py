"""The clock of a till's changes goes on where a restore sets the shop back.

Changes are in the order of their clock. One that is made after a restore is later than those made before it,
which the hub may have, although the catalog that was brought back does not know of them.
"""

import contextlib
import sqlite3
from pathlib import Path

from core.catalog.database.schema.own_schema import own_schema

_TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'hub_state'"


def carry_clock(replaced: Path, restored: Path) -> None:
    """Let the catalog ``restored``, which is ours and in use nowhere, go on with the clock of ``replaced``.

    Nothing is done where either has joined no hub, or ``replaced`` is not there, damaged, or not ours.
    """
    clock = _clock(replaced)
    if clock is None:
        return
    with contextlib.closing(sqlite3.connect(restored, isolation_level=None)) as connection:
        if connection.execute(_TABLE).fetchone():
            connection.execute("UPDATE hub_state SET clock = max(clock, ?)", [clock])


def _clock(catalog: Path) -> int | None:
    if not catalog.is_file():
        return None
    try:
        with contextlib.closing(
            sqlite3.connect(f"{catalog.resolve().as_uri()}?mode=ro", uri=True)
        ) as connection:
            if own_schema().foreign_part(connection) is not None or not connection.execute(_TABLE).fetchone():
                return None
            row = connection.execute("SELECT clock FROM hub_state").fetchone()
            return row[0] if row and isinstance(row[0], int) else None
    except (sqlite3.Error, UnicodeDecodeError):
        return None
