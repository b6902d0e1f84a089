"""What the clerk said of a search, and the pictures that may be kept to learn from."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make both tables; a search that is forgotten takes its own along."""
    db.executescript(
        """
        CREATE TABLE search_feedback (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            search_id INTEGER NOT NULL REFERENCES searches ON DELETE CASCADE,
            said TEXT NOT NULL CHECK (said IN ('right', 'wrong', 'instead', 'absent')),
            product_id INTEGER REFERENCES products ON DELETE CASCADE,
            said_at TEXT NOT NULL,
            CHECK ((said = 'absent') = (product_id IS NULL))
        ) STRICT;
        CREATE INDEX search_feedback_by_search ON search_feedback (search_id);
        CREATE INDEX search_feedback_by_product ON search_feedback (product_id);
        CREATE TABLE kept_queries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            feedback_id INTEGER NOT NULL REFERENCES search_feedback ON DELETE CASCADE,
            sha256 TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            vector BLOB NOT NULL
        ) STRICT;
        CREATE INDEX kept_queries_by_feedback ON kept_queries (feedback_id);
        """
    )
