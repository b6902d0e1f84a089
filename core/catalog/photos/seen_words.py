"""What was seen on photos, in words of vocabulary.py, kept so that no photo is described twice.

Who described a photo is known by a name alone; another one may see more. Described are the photos that are
read, too (core/catalog/photos/label_words.py), for the same reason.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog


def store_seen(catalog: Catalog, photo_id: int, maker: str, words: Mapping[str, float]) -> None:
    """Keep what was seen on a photo, in place of what was seen before; nothing if the photo is gone.

    Args:
        words: how sure each is, 0 to 1.
    """
    with catalog.transaction() as db:
        db.execute("DELETE FROM seen_words WHERE photo_id = ?", [photo_id])
        db.execute("DELETE FROM photo_descriptions WHERE photo_id = ?", [photo_id])
        if db.execute("SELECT 1 FROM photos WHERE id = ?", [photo_id]).fetchone() is None:
            return
        db.conn.executemany(
            "INSERT INTO seen_words (word, photo_id, sureness) VALUES (?, ?, ?)",
            [(word, photo_id, sureness) for word, sureness in words.items()],
        )
        db.execute("INSERT INTO photo_descriptions (photo_id, maker) VALUES (?, ?)", [photo_id, maker])


def seen_on_products(catalog: Catalog, product_ids: Iterable[int]) -> dict[int, dict[str, float]]:
    """What was seen on the photos of each product, the surest of each word, the surest words first.

    Products of which no photo was described are left out.
    """
    rows = catalog.db.execute(
        "SELECT product_id, word, max(sureness) AS sure FROM photos JOIN photo_descriptions"
        " ON photo_descriptions.photo_id = photos.id LEFT JOIN seen_words ON seen_words.photo_id = photos.id"
        " WHERE product_id IN (SELECT value FROM json_each(?)) GROUP BY product_id, word"
        " ORDER BY product_id, sure DESC, word",
        [json.dumps([int(product_id) for product_id in product_ids])],
    ).fetchall()
    found: dict[int, dict[str, float]] = {}
    for product_id, word, sureness in rows:
        own = found.setdefault(product_id, {})
        if word is not None:
            own[word] = sureness
    return found


def products_seen_with(
    catalog: Catalog, words: Iterable[str]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The products on whose photos one of the words was seen, and how sure the surest is; both (n,)."""
    rows: Any = catalog.db.execute(
        "SELECT product_id, max(sureness) FROM seen_words JOIN photos ON photos.id = photo_id"
        " WHERE word IN (SELECT value FROM json_each(?)) GROUP BY product_id",
        [json.dumps(list(words))],
    ).fetchall()
    table = np.array(rows, np.float64).reshape(-1, 2)
    return table[:, 0].astype(np.int64), table[:, 1]


def photos_to_describe(catalog: Catalog, maker: str) -> NDArray[np.int64]:
    """Ids of the live products' photos that ``maker`` did not describe yet, ascending."""
    rows = catalog.db.execute(
        "SELECT id FROM photos WHERE missing = 0"
        " AND NOT EXISTS (SELECT 1 FROM photo_descriptions WHERE photo_id = photos.id AND maker = ?)"
        " AND product_id NOT IN (SELECT id FROM products WHERE archived = 1)"
        " AND (kind = 'catalog' OR NOT EXISTS (SELECT 1 FROM photos AS other"
        "   WHERE other.product_id = photos.product_id AND other.kind = 'catalog'))"
        " ORDER BY id",
        [maker],
    ).fetchall()
    return np.array(rows, dtype=np.int64).reshape(-1)
