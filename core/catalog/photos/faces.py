"""What the catalog knows of faces in kept pictures: the shop's choice, and in which pictures how many went.

A picture is named by the hash of its file. One that is named was looked at before it was kept, so that what
is in it may be; finding and blurring is the business of core/faces, asking for it that of core/shop.
"""

import json
from collections.abc import Iterable, Mapping

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoKind


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


def note_copy(catalog: Catalog, sha256: str, count: int, original: str) -> None:
    """Note that a kept picture is the copy without ``count`` faces of another one that the shop kept."""
    with catalog.transaction() as db:
        db.execute(
            "INSERT INTO kept_faces (sha256, blurred, original) VALUES (?, ?, ?)"
            " ON CONFLICT (sha256) DO UPDATE SET original = excluded.original",
            [sha256, count, original],
        )


def copies_without_faces(catalog: Catalog) -> dict[str, str]:
    """By the hash of a picture with faces that no product shows any more, that of its copy without them."""
    rows = catalog.db.execute(
        "SELECT original, sha256 FROM kept_faces WHERE original <> ''"
        " AND original NOT IN (SELECT sha256 FROM photos)"
    ).fetchall()
    return dict(rows)


def original_of(catalog: Catalog, sha256: str) -> str:
    """The hash of the picture with faces that a kept picture is the copy of; "" if it is none."""
    row = catalog.db.execute("SELECT original FROM kept_faces WHERE sha256 = ?", [sha256]).fetchone()
    return "" if row is None else str(row[0])


def counter_photos_not_looked_at(catalog: Catalog) -> list[str]:
    """Hashes of counter photos that were kept while nobody looked for faces, the oldest first."""
    rows = catalog.db.execute(
        "SELECT sha256 FROM photos WHERE kind = ? AND missing = 0"
        " AND sha256 NOT IN (SELECT sha256 FROM kept_faces) GROUP BY sha256 ORDER BY min(id)",
        [PhotoKind.COUNTER],
    ).fetchall()
    return [sha256 for (sha256,) in rows]


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
