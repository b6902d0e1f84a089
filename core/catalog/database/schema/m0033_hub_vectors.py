"""Which vectors the hub has, as far as this till knows: what it sent, and what it fetched."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the table; ``looks`` as of the vector that the hub has, a closer look is sent once more."""
    db.executescript(
        """
        CREATE TABLE hub_vectors (
            model_id INTEGER NOT NULL REFERENCES vector_models ON DELETE CASCADE,
            photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
            looks INTEGER NOT NULL,
            PRIMARY KEY (model_id, photo_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX hub_vectors_by_photo ON hub_vectors (photo_id);
        """
    )
