"""Words for what is seen on photos, said once by the program; text search finds products by them."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables: which photos were described, and by which maker; what was said, with how sure it is.

    ``word`` is a key of core/catalog/photos/vocabulary.py.
    """
    db.executescript(
        """
        CREATE TABLE photo_descriptions (
            photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
            maker TEXT NOT NULL
        ) STRICT;
        CREATE TABLE seen_words (
            word TEXT NOT NULL,
            photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
            sureness REAL NOT NULL,
            PRIMARY KEY (word, photo_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seen_words_photo ON seen_words (photo_id);
        """
    )
