"""How little of a product is too little: the shop's own mark, and that of a product which has another."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Give products the column, NULL where the shop's mark counts; that is a table of one row at most."""
    db.executescript(
        """
        ALTER TABLE products ADD COLUMN low_milli INTEGER;
        CREATE TABLE shop_low_stock (
            one INTEGER PRIMARY KEY CHECK (one = 1), milli INTEGER NOT NULL
        ) STRICT;
        """
    )
