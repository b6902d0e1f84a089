"""What the digits of the labels of the shop's scales mean."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the table: a format a row, in the order in which they are tried."""
    db.execute("CREATE TABLE scale_formats (place INTEGER PRIMARY KEY, format TEXT NOT NULL UNIQUE) STRICT")
