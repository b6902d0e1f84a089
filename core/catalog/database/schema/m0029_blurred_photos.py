"""Of which kept picture another one is the copy without faces, so that the one with faces can be deleted."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Add the hash of the picture as it was; "" where a picture lost its faces before it was kept."""
    db.execute("ALTER TABLE kept_faces ADD COLUMN original TEXT NOT NULL DEFAULT ''")
