"""Words read on photos, kept so that no photo is read twice; text search finds products by them.

What reads is known by a name alone. Read are a product's catalog photos, and the counter photos of one that
has no other: behind the thing on the counter stands the shelf, with its neighbours' names. What is read on
further counter photos is kept apart (core/catalog/photos/counter_writing.py).
"""

import json
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.files.hostile import parse_json
from core.label.lines import Corners, Line

_NOWHERE: Corners = ((0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0))


def store_label(catalog: Catalog, photo_id: int, reader: str, lines: Sequence[Line]) -> None:
    """Keep what was read on a photo, in place of what was read before; nothing if the photo is gone.

    Args:
        reader: what read it; another one may read more.
    """
    with catalog.transaction() as db:
        db.execute("DELETE FROM label_lines WHERE photo_id = ?", [photo_id])
        db.execute("DELETE FROM label_readings WHERE photo_id = ?", [photo_id])
        if db.execute("SELECT 1 FROM photos WHERE id = ?", [photo_id]).fetchone() is None:
            return
        db.conn.executemany(
            "INSERT INTO label_lines (photo_id, place, text, confidence, corners) VALUES (?, ?, ?, ?, ?)",
            [
                (photo_id, place, line.text, line.confidence, packed_corners(line.corners))
                for place, line in enumerate(lines)
            ],
        )
        # Last, as this is what tells the text index.
        db.execute("INSERT INTO label_readings (photo_id, reader) VALUES (?, ?)", [photo_id, reader])


def labels_of(catalog: Catalog, photo_ids: Iterable[int]) -> dict[int, tuple[Line, ...]]:
    """What is written on each photo, by its id; a photo that was not read is left out."""
    wanted = json.dumps([int(photo_id) for photo_id in photo_ids])
    with catalog.snapshot():
        read = catalog.db.execute(
            "SELECT photo_id FROM label_readings WHERE photo_id IN (SELECT value FROM json_each(?))", [wanted]
        ).fetchall()
        rows = catalog.db.execute(
            "SELECT photo_id, text, confidence, corners FROM label_lines"
            " WHERE photo_id IN (SELECT value FROM json_each(?)) ORDER BY photo_id, place",
            [wanted],
        ).fetchall()
    found: dict[int, list[Line]] = {photo_id: [] for (photo_id,) in read}
    for photo_id, text, confidence, corners in rows:
        if photo_id in found:
            found[photo_id].append(Line(text, unpacked_corners(corners), confidence))
    return {photo_id: tuple(lines) for photo_id, lines in found.items()}


def label_texts(catalog: Catalog, product_ids: Iterable[int]) -> dict[int, str]:
    """All that was read on a product's photos, a line a line; a product none of whose photos was read is left
    out.
    """
    wanted = json.dumps([int(product_id) for product_id in product_ids])
    rows = catalog.db.execute(
        "SELECT product_id, group_concat(text, char(10)) FROM photos JOIN label_readings"
        " ON label_readings.photo_id = photos.id LEFT JOIN label_lines ON label_lines.photo_id = photos.id"
        " WHERE product_id IN (SELECT value FROM json_each(?)) GROUP BY product_id",
        [wanted],
    ).fetchall()
    return {product_id: text or "" for product_id, text in rows}


def all_label_texts(catalog: Catalog) -> dict[int, str]:
    """As :func:`label_texts`, of all products on the shelf."""
    rows = catalog.db.execute("SELECT id FROM products WHERE archived = 0").fetchall()
    return label_texts(catalog, (row[0] for row in rows))


def label_of_same_picture(catalog: Catalog, photo_id: int, reader: str) -> tuple[Line, ...] | None:
    """What ``reader`` read on another photo of the very same file; None if it has read none."""
    row = catalog.db.execute(
        "SELECT other.id FROM photos JOIN photos AS other ON other.sha256 = photos.sha256"
        " JOIN label_readings ON label_readings.photo_id = other.id AND reader = ?"
        " WHERE photos.id = ? AND other.id <> photos.id LIMIT 1",
        [reader, photo_id],
    ).fetchone()
    return None if row is None else labels_of(catalog, [row[0]]).get(row[0])


def label_of_photo(catalog: Catalog, photo_id: int, reader: str) -> tuple[Line, ...] | None:
    """What ``reader`` read on a photo; None if it has not read it."""
    row = catalog.db.execute(
        "SELECT 1 FROM label_readings WHERE photo_id = ? AND reader = ?", [photo_id, reader]
    ).fetchone()
    return None if row is None else labels_of(catalog, [photo_id]).get(photo_id)


def photos_to_read(catalog: Catalog, reader: str, among: Iterable[int] | None = None) -> NDArray[np.int64]:
    """Ids of the live products' photos that are to be read and were not yet by ``reader``, ascending.

    Args:
        among: ids of the photos that are meant; None for all.
    """
    meant = "" if among is None else " AND id IN (SELECT value FROM json_each(?2))"
    rows = catalog.db.execute(
        f"SELECT id FROM photos WHERE missing = 0{meant}"  # noqa: S608
        " AND NOT EXISTS (SELECT 1 FROM label_readings WHERE photo_id = photos.id AND reader = ?1)"
        " AND product_id NOT IN (SELECT id FROM products WHERE archived = 1)"
        " AND (kind = 'catalog' OR NOT EXISTS (SELECT 1 FROM photos AS other"
        "   WHERE other.product_id = photos.product_id AND other.kind = 'catalog'))"
        " ORDER BY id",
        [reader, *(() if among is None else (json.dumps([int(photo_id) for photo_id in among]),))],
    ).fetchall()
    return np.array(rows, dtype=np.int64).reshape(-1)


def packed_corners(corners: Corners) -> str:
    """Where a line stands, as JSON."""
    return json.dumps([[round(x, 1), round(y, 1)] for x, y in corners])


def unpacked_corners(corners: str) -> Corners:
    """Where a line stands; nowhere if a stranger's catalog does not say it in numbers."""
    try:
        first, second, third, fourth = ((float(x), float(y)) for x, y in parse_json(corners))
    except (ValueError, TypeError):
        return _NOWHERE
    return first, second, third, fourth
