"""What was read on photos that the text search does not read (counter photos beside catalog photos).

Kept apart from it (core/catalog/photos/label_words.py): behind the thing on the counter stands the shelf, and
no product is found by its neighbours' names. It can be read again at any time.
"""

import json
from collections.abc import Iterable, Sequence

from core.catalog.database.catalog import Catalog
from core.catalog.photos.label_words import packed_corners, unpacked_corners
from core.files.hostile import parse_json
from core.label.lines import Line


def store_reading(catalog: Catalog, sha256: str, reader: str, lines: Sequence[Line]) -> None:
    """Keep what ``reader`` read on a photo; nothing if the photo is gone."""
    packed = json.dumps(
        [[line.text, line.confidence, packed_corners(line.corners)] for line in lines], ensure_ascii=False
    )
    with catalog.transaction() as db:
        db.execute(
            "INSERT OR REPLACE INTO moderation_readings (sha256, reader, lines)"
            " SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM photos WHERE sha256 = ?)",
            [sha256, reader, packed, sha256],
        )


def reading_of(catalog: Catalog, sha256: str, reader: str) -> tuple[Line, ...] | None:
    """What ``reader`` read on a photo; None if it has not, or a stranger's catalog does not say it."""
    row = catalog.db.execute(
        "SELECT lines FROM moderation_readings WHERE sha256 = ? AND reader = ?", [sha256, reader]
    ).fetchone()
    if row is None:
        return None
    try:
        return tuple(
            Line(str(text), unpacked_corners(corners), float(confidence))
            for text, confidence, corners in parse_json(row[0])
        )
    except (ValueError, TypeError):
        return None


def forget_readings(catalog: Catalog, hashes: Iterable[str]) -> None:
    """Forget what was read on photos that have left the shop for good."""
    with catalog.transaction() as db:
        db.execute(
            "DELETE FROM moderation_readings WHERE sha256 IN (SELECT value FROM json_each(?))",
            [json.dumps(list(hashes))],
        )
