"""What moderation saw on photos, what people decided of them, and what the shop wants to be told."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables. A photo is meant by its hash (SHA-256 of the stored file), whosever photo it is.

    ``moderation_looks`` says which detector has looked at a photo, in which version of it; what it saw goes
    with the look. ``moderation_decisions`` holds one decision a photo, and of which kinds of finding it was
    made. ``moderation_thresholds`` holds what the shop chose instead of the program's own: the least score of
    a kind that is told, or NULL where that kind is not told at all. ``moderation_words`` holds what the shop
    added to the lists of words (wanted = 1), and what of these it does not want to be told.
    """
    db.executescript(
        """
        CREATE TABLE moderation_looks (
            sha256 TEXT NOT NULL,
            detector TEXT NOT NULL,
            version TEXT NOT NULL,
            PRIMARY KEY (sha256, detector)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE moderation_findings (
            sha256 TEXT NOT NULL,
            detector TEXT NOT NULL,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            score REAL NOT NULL,
            text TEXT NOT NULL,
            box TEXT,
            PRIMARY KEY (sha256, detector, place),
            FOREIGN KEY (sha256, detector) REFERENCES moderation_looks ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE moderation_decisions (
            sha256 TEXT PRIMARY KEY,
            shown INTEGER NOT NULL,
            kinds TEXT NOT NULL,
            who TEXT NOT NULL,
            decided TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE moderation_thresholds (kind TEXT PRIMARY KEY, least REAL) STRICT, WITHOUT ROWID;
        CREATE TABLE moderation_words (
            language TEXT NOT NULL,
            word TEXT NOT NULL,
            wanted INTEGER NOT NULL,
            PRIMARY KEY (language, word)
        ) STRICT, WITHOUT ROWID;
        """
    )
