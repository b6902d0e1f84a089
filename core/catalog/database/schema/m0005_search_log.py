"""What was searched and what came of it, without any picture."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the log; it outlives the products that it names."""
    db.executescript(
        """
        CREATE TABLE searches (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            searched TEXT NOT NULL,
            origin TEXT NOT NULL,
            verdict TEXT NOT NULL,
            top_product_id INTEGER REFERENCES products ON DELETE SET NULL,
            top_confidence REAL,
            chosen_product_id INTEGER REFERENCES products ON DELETE SET NULL,
            feedback TEXT NOT NULL DEFAULT '',
            milliseconds REAL
        ) STRICT;
        CREATE INDEX searches_by_time ON searches (searched);
        CREATE INDEX searches_by_top ON searches (top_product_id);
        CREATE INDEX searches_by_choice ON searches (chosen_product_id);
        """
    )
