"""Products that were merged into another one, and pairs of which somebody said that they are not the same."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Give products the column, NULL where they stand for themselves; make the table of pairs.

    ``one_id`` is the smaller key, so that each pair stands there once.
    """
    db.executescript(
        """
        ALTER TABLE products ADD COLUMN merged_into INTEGER REFERENCES products ON DELETE SET NULL;
        CREATE INDEX products_by_merged_into ON products (merged_into) WHERE merged_into IS NOT NULL;
        CREATE TABLE different_products (
            one_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
            other_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
            who TEXT NOT NULL,
            said TEXT NOT NULL,
            PRIMARY KEY (one_id, other_id),
            CHECK (one_id < other_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX different_products_by_other ON different_products (other_id);
        """
    )
