"""The currency in which the shop's prices are, where they do not say their own."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the table, of one row at most."""
    db.execute(
        "CREATE TABLE shop_currency (one INTEGER PRIMARY KEY CHECK (one = 1), code TEXT NOT NULL) STRICT"
    )
