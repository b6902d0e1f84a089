"""What was done to tags, product by product, so that it can be undone."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the log: one row per operation, and one per tag that a product gained or lost by it."""
    db.executescript(
        """
        CREATE TABLE tag_operations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('add', 'remove', 'rename', 'merge')),
            tag TEXT NOT NULL,
            new_tag TEXT NOT NULL DEFAULT '',
            who TEXT NOT NULL,
            done TEXT NOT NULL,
            undone TEXT
        ) STRICT;

        CREATE TABLE tag_changes (
            operation_id INTEGER NOT NULL REFERENCES tag_operations ON DELETE CASCADE,
            product_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
            tag TEXT NOT NULL,
            gained INTEGER NOT NULL CHECK (gained IN (0, 1)),
            PRIMARY KEY (operation_id, product_id, tag, gained)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tag_changes_by_product ON tag_changes (product_id);
        """
    )
