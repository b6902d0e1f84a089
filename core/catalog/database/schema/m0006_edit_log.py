"""What people changed of products, field by field, so that it can be undone and done again."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the log: one row per edit, and one per field of a product that it changed.

    ``before`` and ``after`` are JSON. ``movement_id`` is the stock movement that a change of stock booked.
    """
    db.executescript(
        """
        CREATE TABLE edits (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('change', 'add', 'archive', 'restore', 'photos')),
            who TEXT NOT NULL,
            done TEXT NOT NULL,
            undone TEXT
        ) STRICT;
        CREATE INDEX edits_that_stand ON edits (id) WHERE undone IS NULL;

        CREATE TABLE edit_changes (
            edit_id INTEGER NOT NULL REFERENCES edits ON DELETE CASCADE,
            product_id INTEGER NOT NULL REFERENCES products ON DELETE CASCADE,
            field TEXT NOT NULL,
            before TEXT NOT NULL CHECK (json_valid(before)),
            after TEXT NOT NULL CHECK (json_valid(after)),
            movement_id INTEGER REFERENCES stock_movements,
            PRIMARY KEY (edit_id, product_id, field)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX edit_changes_by_product ON edit_changes (product_id);
        CREATE INDEX edit_changes_by_movement ON edit_changes (movement_id) WHERE movement_id IS NOT NULL;
        """
    )
