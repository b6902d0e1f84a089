"""The shop's choice about faces in counter photos, and from which kept pictures how many of them went."""

import sqlite_utils


def apply(db: sqlite_utils.Database) -> None:
    """Make the tables; the shop's choice, of one row at most, is missing where none was made.

    ``kept_faces`` names pictures by the hash of their files, wherever in the shop's folder these lie.
    """
    db.executescript(
        """
        CREATE TABLE shop_faces (
            one INTEGER PRIMARY KEY CHECK (one = 1), blur INTEGER NOT NULL CHECK (blur IN (0, 1))
        ) STRICT;
        CREATE TABLE kept_faces (
            sha256 TEXT PRIMARY KEY, blurred INTEGER NOT NULL CHECK (blurred >= 0)
        ) STRICT, WITHOUT ROWID;
        """
    )
