"""What the catalog knows of faces in kept pictures: the shop's choice, and in which pictures how many went.

A picture is named by the hash of its file. One that is named was looked at before it was kept, so that what
is in it may be; finding and blurring is the business of core/faces, asking for it that of core/shop.
"""

import json
from collections.abc import Iterable, Mapping

from core.catalog.database.catalog import Catalog


def blurs_faces(catalog: Catalog) -> bool:
    """Whether the shop wants faces in counter photos made unrecognisable; it does unless it said no."""
    row = catalog.db.execute("SELECT blur FROM shop_faces").fetchone()
    return row is None or bool(row[0])


def choose_blurring(catalog: Catalog, blur: bool) -> None:
    """From now on faces in counter photos are made unrecognisable before they are kept, or left alone.

    Raises:
        KnownError: the catalog is read-only, or the disk is full.
    """
    with catalog.transaction() as db:
        db.execute("INSERT OR REPLACE INTO shop_faces (one, blur) VALUES (1, ?)", [int(blur)])


def note_faces(catalog: Catalog, blurred: Mapping[str, int | None]) -> None:
    """Note how many faces went from kept pictures, by the hash of their files; None if nobody looked.

    Pictures that are told already stay as they were told: their bytes are the same.
    """
    looked_at = [(sha256, count) for sha256, count in blurred.items() if count is not None]
    if not looked_at:
        return
    with catalog.transaction() as db:
        db.conn.executemany("INSERT OR IGNORE INTO kept_faces (sha256, blurred) VALUES (?, ?)", looked_at)


def forget_faces(catalog: Catalog, hashes: Iterable[str]) -> None:
    """Forget what was noted of pictures whose files are gone; what a photo of a product still has stays."""
    keys = json.dumps(sorted(hashes))
    with catalog.transaction() as db:
        db.execute(
            "DELETE FROM kept_faces WHERE sha256 IN (SELECT value FROM json_each(?))"
            " AND sha256 NOT IN (SELECT sha256 FROM photos)",
            [keys],
        )


def faces_gone(catalog: Catalog, hashes: Iterable[str]) -> dict[str, int]:
    """How many faces went from each of these pictures that was looked at; others are left out."""
    rows = catalog.db.execute(
        "SELECT sha256, blurred FROM kept_faces WHERE sha256 IN (SELECT value FROM json_each(?))",
        [json.dumps(list(hashes))],
    ).fetchall()
    return dict(rows)
