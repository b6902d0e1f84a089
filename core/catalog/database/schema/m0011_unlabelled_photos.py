"""Pictures of the shop of which nobody said what they show, and the vectors that networks made of them."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make both tables; a search that is forgotten takes its vectors along."""
    db.executescript(
        """
        CREATE TABLE unlabelled_photos (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            source_sha256 TEXT NOT NULL,
            source_name TEXT NOT NULL,
            at_ms INTEGER NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            search_id INTEGER REFERENCES searches ON DELETE CASCADE,
            added TEXT NOT NULL
        ) STRICT;
        CREATE INDEX unlabelled_photos_by_source ON unlabelled_photos (source_sha256);
        CREATE INDEX unlabelled_photos_by_search ON unlabelled_photos (search_id);
        CREATE TABLE unlabelled_vectors (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            unlabelled_id INTEGER NOT NULL REFERENCES unlabelled_photos ON DELETE CASCADE,
            model_id INTEGER NOT NULL REFERENCES vector_models ON DELETE CASCADE,
            vector BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            UNIQUE (model_id, unlabelled_id)
        ) STRICT;
        CREATE INDEX unlabelled_vectors_by_photo ON unlabelled_vectors (unlabelled_id);
        """
    )
