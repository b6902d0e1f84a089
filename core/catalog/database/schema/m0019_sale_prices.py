"""A price for some days beside the regular one."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Give products the columns; without a sale ``sale_minor`` is NULL, and open days are empty texts."""
    db.executescript(
        """
        ALTER TABLE products ADD COLUMN sale_minor INTEGER;
        ALTER TABLE products ADD COLUMN sale_starts TEXT NOT NULL DEFAULT '';
        ALTER TABLE products ADD COLUMN sale_ends TEXT NOT NULL DEFAULT '';
        """
    )
