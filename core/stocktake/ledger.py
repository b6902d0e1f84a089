"""Counting, saved with every piece: count, correct, take back.

Every piece that is counted is a row with the stock that the books had at that moment; how the two become a
difference is said in :mod:`core.stocktake.differences`.
"""

import json
from enum import StrEnum

from core.catalog.clock import utc_now
from core.catalog.stock import current_stock
from core.errors import KnownError
from core.messages import message
from core.shop.shop import Shop
from core.stocktake.counted import CountedProduct, counted_products
from core.stocktake.stocktake import Stocktake, require_under_way

_LARGEST = 1_000_000


class How(StrEnum):
    """How a piece came to be counted."""

    CAMERA = "camera"
    BARCODE = "barcode"
    PICTURE = "picture"
    TYPED = "typed"
    DECIDED = "decided"
    ZERO = "zero"
    """It was not found, and somebody said that there is none."""


def count_pieces(
    shop: Shop, stocktake: Stocktake, product_id: int, pieces: int = 1, *, how: How
) -> CountedProduct:
    """Count so many pieces more (or fewer, below zero), and remember what the books say now.

    Raises:
        KnownError: the count has ended, there is no such product, or fewer than none would be left.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        stock = current_stock(shop.catalog, product_id)
        total = _counted(shop, stocktake, product_id) + pieces
        if total < 0:
            raise KnownError(message("core", "Fewer than none cannot be counted."))
        if total > _LARGEST:
            raise KnownError(
                message("core", "{quantity} pieces cannot be right: enter how many there really are."),
                quantity=total,
            )
        db.execute(
            "INSERT INTO stocktake_counts (stocktake_id, product_id, pieces, stock, how, counted)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [stocktake.id, product_id, pieces, stock, how, utc_now()],
        )
        return counted_products(shop, stocktake, product_id)[0]


def set_latest(shop: Shop, stocktake: Stocktake, product_id: int, pieces: int) -> CountedProduct:
    """The latest count of this product was of so many pieces, not of one: a clerk's number after a beep.

    Raises:
        KnownError: as :func:`count_pieces`, or the product was not counted yet.
    """
    with shop.catalog.transaction() as db:
        found = counted_products(shop, stocktake, product_id)
        if not found:
            raise KnownError(message("core", "Count a product first; then type how many there are."))
        latest = found[0].latest
        count_pieces(shop, stocktake, product_id, pieces - found[0].latest_pieces, how=How.TYPED)
        # The two rows become one, so that a further correction starts from the whole of it.
        db.execute(
            "UPDATE stocktake_counts SET pieces = ?, stock = (SELECT stock FROM products WHERE id = ?)"
            " WHERE id = ?",
            [pieces, product_id, latest],
        )
        db.execute(
            "DELETE FROM stocktake_counts WHERE stocktake_id = ? AND product_id = ? AND id > ?",
            [stocktake.id, product_id, latest],
        )
        return counted_products(shop, stocktake, product_id)[0]


def set_to_zero(shop: Shop, stocktake: Stocktake, product_ids: list[int]) -> None:
    """There is none of these products: count each as 0 now. Those that were counted stay as they are."""
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        db.execute(
            "INSERT INTO stocktake_counts (stocktake_id, product_id, pieces, stock, how, counted)"
            " SELECT ?, id, 0, stock, ?, ? FROM products WHERE id IN (SELECT value FROM json_each(?))"
            " AND id NOT IN (SELECT product_id FROM stocktake_counts WHERE stocktake_id = ?)",
            [stocktake.id, How.ZERO, utc_now(), json.dumps(product_ids), stocktake.id],
        )


def leave(shop: Shop, stocktake: Stocktake, product_ids: list[int]) -> None:
    """Products that were set to zero count as not counted again."""
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        db.execute(
            "DELETE FROM stocktake_counts WHERE stocktake_id = ? AND how = ?"
            " AND product_id IN (SELECT value FROM json_each(?))",
            [stocktake.id, How.ZERO, json.dumps(product_ids)],
        )


def take_back(shop: Shop, stocktake: Stocktake) -> int | None:
    """Undo the latest count; what was decided by it is put aside again. Returns its product, if any."""
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        row = db.execute(
            "SELECT id, product_id FROM stocktake_counts WHERE stocktake_id = ? ORDER BY id DESC LIMIT 1",
            [stocktake.id],
        ).fetchone()
        if row is None:
            return None
        db.execute("DELETE FROM stocktake_counts WHERE id = ?", [row[0]])
        return int(row[1])


def _counted(shop: Shop, stocktake: Stocktake, product_id: int) -> int:
    (total,) = shop.catalog.db.execute(
        "SELECT coalesce(sum(pieces), 0) FROM stocktake_counts WHERE stocktake_id = ? AND product_id = ?",
        [stocktake.id, product_id],
    ).fetchone()
    return int(total)
