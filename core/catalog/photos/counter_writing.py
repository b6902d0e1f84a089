"""What is written on counter photos of packages, for comparing pictures with (core/label/same_writing.py).

Kept apart from the words that a product is found by (core/catalog/photos/label_words.py): behind the thing on
the counter stands the shelf, with its neighbours' names.
"""

import json
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.files.hostile import parse_json
from core.label.same_writing import PlacedText

MOST_PHOTOS = 8
"""Of a product, that are read: on a real shop's packages more gained nothing, half as many gained less."""


def store_counter_writing(catalog: Catalog, photo_id: int, reader: str, texts: Sequence[PlacedText]) -> None:
    """Keep what was read on a photo, in place of what was read before; nothing if the photo is gone."""
    with catalog.transaction() as db:
        db.execute(
            "INSERT OR REPLACE INTO counter_writing (photo_id, reader, texts)"
            " SELECT id, ?, ? FROM photos WHERE id = ?",
            [reader, json.dumps(texts, ensure_ascii=False), photo_id],
        )


def counter_writing(catalog: Catalog, product_ids: Iterable[int]) -> dict[int, list[tuple[PlacedText, ...]]]:
    """What was read on each counter photo of some products, by product; one of which none was read is left
    out.
    """
    rows = catalog.db.execute(
        "SELECT product_id, texts FROM photos JOIN counter_writing ON photo_id = photos.id"
        " WHERE product_id IN (SELECT value FROM json_each(?)) ORDER BY photo_id",
        [json.dumps([int(product_id) for product_id in product_ids])],
    ).fetchall()
    found: dict[int, list[tuple[PlacedText, ...]]] = {}
    for product_id, texts in rows:
        found.setdefault(product_id, []).append(_unpacked(texts))
    return found


def counter_photos_to_read(catalog: Catalog, reader: str) -> NDArray[np.int64]:
    """Ids of counter photos that ``reader`` is to read, evenly among each product's.

    Of each live product on whose catalog photos something is written, until :data:`MOST_PHOTOS` are read. The
    first of each product come first, then the second.
    """
    rows = catalog.db.execute(
        """
        WITH written AS (
            SELECT DISTINCT product_id FROM photos JOIN label_lines ON label_lines.photo_id = photos.id
            WHERE kind = 'catalog' AND product_id NOT IN (SELECT id FROM products WHERE archived = 1)
        ), counter AS (
            SELECT id, product_id, reader IS ?1 AS is_read
            FROM photos LEFT JOIN counter_writing ON photo_id = id
            WHERE kind = 'counter' AND missing = 0 AND product_id IN (SELECT product_id FROM written)
        ), wanted AS (
            SELECT product_id, ?2 - sum(is_read) AS more, sum(NOT is_read) AS count
            FROM counter GROUP BY product_id
        ), unread AS (
            SELECT id, product_id, row_number() OVER (PARTITION BY product_id ORDER BY id) - 1 AS place
            FROM counter WHERE NOT is_read
        )
        SELECT id FROM unread JOIN wanted USING (product_id)
        WHERE more >= count OR place * more / count < (place + 1) * more / count
        ORDER BY min(place, place * more / count), id
        """,
        [reader, MOST_PHOTOS],
    ).fetchall()
    return np.array(rows, dtype=np.int64).reshape(-1)


def _unpacked(texts: str) -> tuple[PlacedText, ...]:
    """Nothing if a stranger's catalog has something else there."""
    try:
        return tuple(PlacedText(str(text), float(x), float(y)) for text, x, y in parse_json(texts))
    except (ValueError, TypeError):
        return ()
