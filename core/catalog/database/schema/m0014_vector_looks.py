"""How many looks at a photo its vector is the mean of: those taken in the shop are seen twice, as queries."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Add the column; every vector that is there was made of one look."""
    db.execute("ALTER TABLE vectors ADD COLUMN looks INTEGER NOT NULL DEFAULT 1")
