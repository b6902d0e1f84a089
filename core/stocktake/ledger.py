"""Counting, saved with every piece: count, correct, take back.

Every piece that is counted is a row with the stock that the books had at that moment; how the two become a
difference is said in :mod:`core.stocktake.differences`.
"""

import json
from enum import StrEnum

from core.catalog.clock import utc_now
from core.catalog.products.products import product_by_id
from core.catalog.stock import booked_stock, current_stock
from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import NOTHING, ONE, Quantity, whole
from core.quantities.units import require_countable
from core.shop.shop import Shop
from core.stocktake.counted import CountedProduct, counted_products
from core.stocktake.stocktake import Stocktake, require_under_way

_LARGEST = whole(1_000_000)


class How(StrEnum):
    """How a piece came to be counted."""

    CAMERA = "camera"
    BARCODE = "barcode"
    PICTURE = "picture"
    TYPED = "typed"
    DECIDED = "decided"
    ZERO = "zero"
    """It was not found, and somebody said that there is none."""


def count_quantity(
    shop: Shop, stocktake: Stocktake, product_id: int, quantity: Quantity = ONE, *, how: How
) -> CountedProduct:
    """Count so much more (or less, below zero), and remember what the books say now.

    Raises:
        KnownError: the count has ended, there is no such product, a part of a piece, or less than nothing
            would be left.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        stock, booked = current_stock(shop.catalog, product_id), booked_stock(shop.catalog, product_id)
        product = product_by_id(shop.catalog, product_id)
        total = _counted(shop, stocktake, product_id) + quantity
        require_countable(total, product.unit if product is not None else None)
        if total < NOTHING:
            raise KnownError(message("core", "Fewer than none cannot be counted."))
        if total > _LARGEST:
            raise KnownError(
                message("core", "The quantity {quantity} cannot be right: correct it."), quantity=str(total)
            )
        db.execute(
            "INSERT INTO stocktake_counts"
            " (stocktake_id, product_id, quantity_milli, stock_milli, booked_milli, how, counted)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                stocktake.id,
                product_id,
                quantity.thousandths,
                None if stock is None else stock.thousandths,
                booked.thousandths,
                how,
                utc_now(),
            ],
        )
        return counted_products(shop, stocktake, product_id)[0]


def set_latest(shop: Shop, stocktake: Stocktake, product_id: int, quantity: Quantity) -> CountedProduct:
    """The latest count of this product was of so much, not of one: a clerk's number after a beep.

    Raises:
        KnownError: as :func:`count_quantity`, or the product was not counted yet.
    """
    with shop.catalog.transaction() as db:
        found = counted_products(shop, stocktake, product_id)
        if not found:
            raise KnownError(message("core", "Count a product first; then type how many there are."))
        latest = found[0].latest
        count_quantity(shop, stocktake, product_id, quantity - found[0].latest_quantity, how=How.TYPED)
        # The two rows become one, so that a further correction starts from the whole of it.
        db.execute(
            "UPDATE stocktake_counts SET quantity_milli = ?, (stock_milli, booked_milli) ="
            " (SELECT newer.stock_milli, newer.booked_milli FROM stocktake_counts AS newer"
            "  WHERE newer.stocktake_id = ? AND newer.product_id = ? ORDER BY newer.id DESC LIMIT 1)"
            " WHERE id = ?",
            [quantity.thousandths, stocktake.id, product_id, latest],
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
            "INSERT INTO stocktake_counts"
            " (stocktake_id, product_id, quantity_milli, stock_milli, booked_milli, how, counted)"
            " SELECT ?, id, 0, stock_milli, coalesce(stock_milli, (SELECT sum(quantity_milli)"
            "  FROM stock_movements WHERE product_id = products.id), 0), ?, ?"
            " FROM products WHERE id IN (SELECT value FROM json_each(?))"
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


def _counted(shop: Shop, stocktake: Stocktake, product_id: int) -> Quantity:
    (total,) = shop.catalog.db.execute(
        "SELECT coalesce(sum(quantity_milli), 0) FROM stocktake_counts"
        " WHERE stocktake_id = ? AND product_id = ?",
        [stocktake.id, product_id],
    ).fetchone()
    return Quantity(total)
