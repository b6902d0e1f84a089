"""The log of the shop's photos: lines that are never changed, and signatures under some of them."""

import sqlite_utils

from core.catalog.clock import utc_now
from core.catalog.database.photo_log_digest import BEGINNING, line_digest


def apply(db: sqlite_utils.Database) -> None:
    """Make the log, with a line for each photo that is there: known since, as far as the catalog tells.

    ``had`` is when the shop first had the photo, ``logged`` when the line was written. A photo that is
    deleted leaves its line.
    """
    db.executescript(
        """
        CREATE TABLE photo_log (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            sha256 TEXT NOT NULL UNIQUE,
            source_sha256 TEXT NOT NULL,
            had TEXT NOT NULL,
            logged TEXT NOT NULL,
            how TEXT NOT NULL CHECK (how IN ('import', 'hand', 'found')),
            taken TEXT NOT NULL,
            program TEXT NOT NULL,
            digest TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER photo_log_stays BEFORE UPDATE ON photo_log
        BEGIN SELECT raise(ABORT, 'lines of the log are never changed'); END;
        CREATE TRIGGER photo_log_is_kept BEFORE DELETE ON photo_log
        BEGIN SELECT raise(ABORT, 'lines of the log are never deleted'); END;
        CREATE TABLE photo_log_heads (
            number INTEGER PRIMARY KEY,
            signed TEXT NOT NULL,
            public_key TEXT NOT NULL,
            signature TEXT NOT NULL
        ) STRICT;
        CREATE TABLE photo_log_stamps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            number INTEGER NOT NULL,
            digest TEXT NOT NULL,
            stamped TEXT NOT NULL,
            authority TEXT NOT NULL,
            answer BLOB NOT NULL
        ) STRICT;
        """
    )
    before, now = BEGINNING, utc_now()
    rows = db.execute(
        "SELECT sha256, source_sha256, min(added) FROM photos GROUP BY sha256 ORDER BY min(added), min(id)"
    ).fetchall()
    lines = []
    for number, (sha256, source_sha256, added) in enumerate(rows, 1):
        line = (number, sha256, source_sha256, added, now, "found", "", "")
        before = line_digest(*line, before)
        lines.append((*line, before))
    db.conn.executemany("INSERT INTO photo_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", lines)
