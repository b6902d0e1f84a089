"""Which model was chosen last, so that a choice that is lost with its file is missed."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the table, of one row at most."""
    db.execute(
        "CREATE TABLE model_in_use"
        " (one INTEGER PRIMARY KEY CHECK (one = 1), version TEXT, backbone TEXT) STRICT"
    )
