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
MOST_LINES, MOST_LETTERS = 40, 200
"""Of what is read on a photo, that are kept."""
_LONGEST = 100_000
"""Characters of a photo's writing that are looked at: ours has a fifth of it at most."""


def store_counter_writing(catalog: Catalog, photo_id: int, reader: str, texts: Sequence[PlacedText]) -> None:
    """Keep what was read on a photo, in place of what was read before; nothing if the photo is gone.

    Args:
        texts: none of a photo that cannot be opened, so that it keeps no other from being read.
    """
    kept = [(one.text[:MOST_LETTERS], one.across, one.down) for one in texts[:MOST_LINES]]
    with catalog.transaction() as db:
        db.execute(
            "INSERT OR REPLACE INTO counter_writing (photo_id, reader, texts)"
            " SELECT id, ?, ? FROM photos WHERE id = ?",
            [reader, json.dumps(kept, ensure_ascii=False), photo_id],
        )


def counter_writing(
    catalog: Catalog, product_ids: Iterable[int], reader: str
) -> dict[int, list[tuple[PlacedText, ...]]]:
    """What ``reader`` read on counter photos of some products, by product; one of which it read none is left
    out. Of more photos than :data:`MOST_PHOTOS` of a product the newest.
    """
    rows = catalog.db.execute(
        """
        SELECT product_id, CASE WHEN length(texts) <= ?3 THEN texts ELSE '' END FROM (
            SELECT product_id, texts, photo_id,
                row_number() OVER (PARTITION BY product_id ORDER BY photo_id DESC) AS place
            FROM photos JOIN counter_writing ON photo_id = photos.id
            WHERE product_id IN (SELECT value FROM json_each(?1)) AND kind = 'counter' AND reader = ?2
        ) WHERE place <= ?4 ORDER BY photo_id
        """,
        [json.dumps([int(product_id) for product_id in product_ids]), reader, _LONGEST, MOST_PHOTOS],
    ).fetchall()
    found: dict[int, list[tuple[PlacedText, ...]]] = {}
    for product_id, texts in rows:
        found.setdefault(product_id, []).append(_unpacked(texts))
    return found


def counter_photos_to_read(catalog: Catalog, reader: str, products: range | None = None) -> NDArray[np.int64]:
    """Ids of counter photos that ``reader`` is to read, evenly among each product's.

    Of each live product on whose catalog photos something is written, until :data:`MOST_PHOTOS` are read. The
    first of each product come first, then the second.

    Args:
        products: ids that are looked at; None for all, which of 100,000 takes seconds.
    """
    first, behind = (0, 1 << 62) if products is None else (products.start, products.stop)
    rows = catalog.db.execute(
        """
        WITH written AS (
            SELECT DISTINCT product_id FROM photos JOIN label_lines ON label_lines.photo_id = photos.id
            WHERE kind = 'catalog' AND product_id >= ?3 AND product_id < ?4
                AND product_id NOT IN (SELECT id FROM products WHERE archived = 1)
        ), counter AS (
            SELECT id, product_id, reader IS ?1 AS is_read
            FROM photos LEFT JOIN counter_writing ON photo_id = id
            WHERE kind = 'counter' AND missing = 0 AND product_id IN (SELECT product_id FROM written)
        ), counted AS (
            SELECT id, is_read, ?2 - sum(is_read) OVER own AS more, sum(NOT is_read) OVER own AS count,
                row_number() OVER (PARTITION BY product_id, is_read ORDER BY id) - 1 AS place
            FROM counter WINDOW own AS (PARTITION BY product_id)
        )
        SELECT id FROM counted
        WHERE NOT is_read AND (more >= count OR place * more / count < (place + 1) * more / count)
        ORDER BY min(place, place * more / count), id
        """,
        [reader, MOST_PHOTOS, first, behind],
    ).fetchall()
    return np.array(rows, dtype=np.int64).reshape(-1)


def _unpacked(texts: str) -> tuple[PlacedText, ...]:
    """Nothing if a stranger's catalog has something else there."""
    try:
        read = [PlacedText(str(text), float(x), float(y)) for text, x, y in parse_json(texts)]
    except (ValueError, TypeError, OverflowError):
        return ()
    lie_within = all(0 <= one.across <= 1 and 0 <= one.down <= 1 for one in read)
    return tuple(read[:MOST_LINES]) if lie_within else ()
