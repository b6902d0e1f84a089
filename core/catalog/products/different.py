"""Pairs of products of which somebody said that they are not the same, once and for all."""

import json
from collections.abc import Iterable
from itertools import combinations

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog

Pair = tuple[int, int]
"""Two products' keys, the smaller one first."""


def say_different(catalog: Catalog, product_ids: Iterable[int], *, who: str) -> int:
    """Remember that no two of these products are the same; how many pairs are new.

    Products that are gone are left out.
    """
    with catalog.transaction() as db:
        rows = db.execute(
            "SELECT id FROM products WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            [json.dumps([int(one) for one in product_ids])],
        ).fetchall()
        before = len(different_pairs(catalog))
        db.conn.executemany(
            "INSERT OR IGNORE INTO different_products (one_id, other_id, who, said) VALUES (?, ?, ?, ?)",
            [(one, other, who, utc_now()) for (one,), (other,) in combinations(rows, 2)],
        )
        return len(different_pairs(catalog)) - before


def take_back_different(catalog: Catalog, product_ids: Iterable[int]) -> int:
    """Forget that these were said to be different from one another; how many pairs."""
    keys = json.dumps([int(one) for one in product_ids])
    with catalog.transaction() as db:
        return db.execute(
            "DELETE FROM different_products WHERE one_id IN (SELECT value FROM json_each(?))"
            " AND other_id IN (SELECT value FROM json_each(?))",
            [keys, keys],
        ).rowcount


def different_pairs(catalog: Catalog) -> set[Pair]:
    """All pairs that were said to be different."""
    return set(catalog.db.execute("SELECT one_id, other_id FROM different_products").fetchall())
