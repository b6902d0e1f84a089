"""How far a till that has just joined a hub has come with reading what there is."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Give the hub's state a column: the last product that was read, "" before the first; NULL once all
    were."""
    db.executescript("ALTER TABLE hub_state ADD COLUMN reading TEXT;")
