"""What moderation read on photos that the text search does not read, so that a new word costs no reading."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the table: one reading a photo, by its hash, in the lines' own order as JSON."""
    db.execute(
        "CREATE TABLE moderation_readings ("
        "sha256 TEXT PRIMARY KEY, reader TEXT NOT NULL, lines TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )
