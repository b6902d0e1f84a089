"""What is written on counter photos, kept with them: a row for each that was read."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the table. ``texts`` is JSON: each line's text and its middle, in shares of the sides."""
    db.execute(
        """
        CREATE TABLE counter_writing (
            photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
            reader TEXT NOT NULL,
            texts TEXT NOT NULL
        ) STRICT
        """
    )
