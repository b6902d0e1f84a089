"""Imports and bookings among the edits, so that each is undone as one step."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make both tables of the log afresh, with everything in them.

    ``edits.about`` names the table of an import, and the count of a booking. What an edit changed stays known
    when its product goes, for an undone import takes out what it made, and may be done again. For the same
    reason the movements of a product, which are never deleted, go with it.
    """
    db.executescript(
        """
        CREATE TABLE kept_edits AS SELECT id, kind, who, done, undone FROM edits;
        CREATE TABLE kept_changes AS
            SELECT edit_id, product_id, field, before, after, movement_id FROM edit_changes;
        CREATE TABLE kept_sequence AS SELECT seq FROM sqlite_sequence WHERE name = 'edits';
        DROP TABLE edit_changes;
        DROP TABLE edits;

        CREATE TABLE edits (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            about TEXT NOT NULL DEFAULT '',
            who TEXT NOT NULL,
            done TEXT NOT NULL,
            undone TEXT
        ) STRICT;
        CREATE INDEX edits_that_stand ON edits (id) WHERE undone IS NULL;

        CREATE TABLE edit_changes (
            edit_id INTEGER NOT NULL REFERENCES edits ON DELETE CASCADE,
            product_id INTEGER NOT NULL,
            field TEXT NOT NULL,
            before TEXT NOT NULL CHECK (json_valid(before)),
            after TEXT NOT NULL CHECK (json_valid(after)),
            movement_id INTEGER REFERENCES stock_movements,
            PRIMARY KEY (edit_id, product_id, field)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX edit_changes_by_product ON edit_changes (product_id);
        CREATE INDEX edit_changes_by_movement ON edit_changes (movement_id) WHERE movement_id IS NOT NULL;

        INSERT INTO edits (id, kind, who, done, undone) SELECT id, kind, who, done, undone FROM kept_edits;
        INSERT INTO edit_changes (edit_id, product_id, field, before, after, movement_id)
            SELECT edit_id, product_id, field, before, after, movement_id FROM kept_changes;
        DELETE FROM sqlite_sequence WHERE name = 'edits';
        INSERT INTO sqlite_sequence (name, seq) SELECT 'edits', seq FROM kept_sequence;
        DROP TABLE kept_edits;
        DROP TABLE kept_changes;
        DROP TABLE kept_sequence;

        DROP TRIGGER stock_movement_remains;
        CREATE TRIGGER stock_movement_remains BEFORE DELETE ON stock_movements
            WHEN EXISTS (SELECT 1 FROM products WHERE id = OLD.product_id) BEGIN
            SELECT RAISE(ABORT, 'a stock movement is never deleted');
        END;
        """
    )
