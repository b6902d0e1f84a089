"""What the witnesses said in searches of which a clerk said what they show."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the table; what was said takes its own along when it is taken back, or its search forgotten.

    ``candidates`` is JSON: for each product its id and what each witness said for it.
    """
    db.executescript(
        """
        CREATE TABLE heard_searches (
            feedback_id INTEGER PRIMARY KEY REFERENCES search_feedback ON DELETE CASCADE,
            taught_by TEXT NOT NULL,
            none REAL NOT NULL,
            candidates TEXT NOT NULL
        ) STRICT;
        """
    )
