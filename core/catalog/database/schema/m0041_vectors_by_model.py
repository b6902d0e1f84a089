"""How photos were looked at, in an index: a row of vectors fills a page of the catalog and more.

Opening a shop asks it of every photo, and read past every vector.
"""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the index."""
    db.execute("CREATE INDEX vectors_by_model ON vectors (model_id, photo_id, looks)")
