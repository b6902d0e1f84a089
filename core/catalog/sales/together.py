"""How often products stood on one receipt: the counts from which anything is said of what goes with what.

Counted are receipts, not pieces; goods that were given back count for nothing.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass

from core.catalog.database.catalog import Catalog

_SOLD = "product_id IS NOT NULL AND quantity_milli > 0"


@dataclass(frozen=True, slots=True)
class Together:
    """What stood on the receipts of one product.

    Attributes:
        receipts: how many receipts have it.
        others: product to the number of those receipts that have it, too.
    """

    receipts: int
    others: dict[int, int]


def receipt_count(catalog: Catalog) -> int:
    """How many receipts there are."""
    return int(catalog.db.execute("SELECT count(*) FROM receipts").fetchone()[0])


def receipts_of(catalog: Catalog, product_ids: Collection[int]) -> dict[int, int]:
    """On how many receipts each of these products is; those on none are left out."""
    rows = catalog.db.execute(
        f"SELECT product_id, count(DISTINCT receipt_id) FROM receipt_lines WHERE {_SOLD}"  # noqa: S608
        " AND product_id IN (SELECT value FROM json_each(?)) GROUP BY product_id",
        [json.dumps(list(product_ids))],
    ).fetchall()
    return dict(rows)


def most_bought(catalog: Catalog, most: int) -> list[tuple[int, int]]:
    """The products that stand on the most receipts, each with how many."""
    return catalog.db.execute(
        f"SELECT product_id, count(DISTINCT receipt_id) AS receipts FROM receipt_lines WHERE {_SOLD}"  # noqa: S608
        " GROUP BY product_id ORDER BY receipts DESC, product_id LIMIT ?",
        [most],
    ).fetchall()


def bought_together(catalog: Catalog, product_id: int) -> Together:
    """What stood on the receipts of a product."""
    rows = catalog.db.execute(
        "SELECT other.product_id, count(DISTINCT other.receipt_id) FROM"  # noqa: S608
        f" (SELECT DISTINCT receipt_id FROM receipt_lines WHERE product_id = ? AND {_SOLD}) AS own"
        " JOIN receipt_lines AS other ON other.receipt_id = own.receipt_id"
        " WHERE other.product_id IS NOT NULL AND other.quantity_milli > 0 GROUP BY other.product_id",
        [product_id],
    ).fetchall()
    others = dict(rows)
    return Together(others.pop(product_id, 0), others)


def last_bought(catalog: Catalog, customer_id: int, most: int) -> list[tuple[int, str]]:
    """The products that a customer bought last and the day of it, each once, the latest first."""
    return catalog.db.execute(
        "SELECT product_id, max(day) FROM receipts JOIN receipt_lines ON receipt_id = receipts.id"  # noqa: S608
        f" WHERE customer_id = ? AND {_SOLD} GROUP BY product_id ORDER BY max(day) DESC, product_id LIMIT ?",
        [customer_id, most],
    ).fetchall()
