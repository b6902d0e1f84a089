"""Many new rows in few statements.

A statement that fires triggers has its own savepoint, and at each of those FTS5 writes what it has gathered
as a segment of its own: rows inserted one by one take more than twice the time of the same rows in one
statement.
"""

import sqlite3
from collections.abc import Sequence

from core.catalog.database.catalog import Catalog


def insert_rows(
    catalog: Catalog, table: str, columns: Sequence[str], rows: Sequence[Sequence[str | int | None]]
) -> None:
    """Insert ``rows``, in their order, in a transaction of the caller's.

    Args:
        columns: of ``table``, as many as each row has values; both names are our own.
    """
    most = catalog.db.conn.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // len(columns)
    marks = f"({', '.join('?' * len(columns))})"
    for at in range(0, len(rows), most):
        some = rows[at : at + most]
        catalog.db.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([marks] * len(some))}",  # noqa: S608
            [value for row in some for value in row],
        )


def defer_foreign_keys(catalog: Catalog) -> None:
    """Let them be checked at the end of the transaction; asked first, for setting it costs all statements."""
    (is_deferred,) = catalog.db.execute("PRAGMA defer_foreign_keys").fetchone()
    if not is_deferred:
        catalog.db.execute("PRAGMA defer_foreign_keys = ON")
