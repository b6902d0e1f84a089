"""Checksums of vectors: the one thing in the catalog whose damage nothing else would show."""

import sqlite_utils

from core.catalog.database.vector_checksums import photo_checksum, query_checksum

_AT_ONCE = 4096


def apply(db: sqlite_utils.Database) -> None:
    """Add both columns and fill them. What an older program adds later has none, and is taken as it is."""
    db.execute("ALTER TABLE vectors ADD COLUMN checksum INTEGER")
    db.execute("ALTER TABLE kept_queries ADD COLUMN checksum INTEGER")
    last = -1
    while rows := db.execute(
        "SELECT id, model_id, photo_id, vector FROM vectors WHERE id > ? ORDER BY id LIMIT ?",
        [last, _AT_ONCE],
    ).fetchall():
        last = rows[-1][0]
        db.conn.executemany(
            "UPDATE vectors SET checksum = ? WHERE id = ?",
            [(photo_checksum(model, photo, vector), row) for row, model, photo, vector in rows],
        )
    rows = db.execute("SELECT id, fingerprint, sha256, vector FROM kept_queries").fetchall()
    db.conn.executemany(
        "UPDATE kept_queries SET checksum = ? WHERE id = ?",
        [(query_checksum(model, sha256, vector), row) for row, model, sha256, vector in rows],
    )
