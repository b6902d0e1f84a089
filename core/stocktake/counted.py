"""What was counted so far, to be shown: each product with its quantity, and how far the count is."""

from dataclasses import dataclass

from core.catalog.stock import stock_of, unit_of
from core.plain_text import plain_line
from core.quantities.quantity import Quantity
from core.quantities.units import Unit
from core.shop.shop import Shop
from core.stocktake.scope import INSIDE, scope_names
from core.stocktake.stocktake import Stocktake


@dataclass(frozen=True, slots=True)
class CountedProduct:
    """A product and how much of it was counted; ``thumbnail`` is a path, "" without a photo.

    Attributes:
        stock: what the books say now; None if it was not counted before.
        latest: key of its latest count; a higher one is more recent.
        latest_quantity: how much that count added.
        is_elsewhere: whether it lies outside what is being counted.
    """

    product_id: int
    sku: str
    title: str
    location: str
    thumbnail: str
    unit: Unit | None
    counted: Quantity
    stock: Quantity | None
    latest: int
    latest_quantity: Quantity
    is_elsewhere: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a count is: ``products`` of ``all_products`` were counted.

    Attributes:
        pieces: of those that are counted in pieces, in all; kilograms and metres do not add up.
    """

    products: int
    all_products: int
    pieces: int
    doubts: int


def counted_products(shop: Shop, stocktake: Stocktake, product_id: int | None = None) -> list[CountedProduct]:
    """What was counted so far, the latest first; of one product only, if given.

    What was only set to zero is left out.
    """
    chosen = "" if product_id is None else "AND product_id = :product"
    rows = shop.catalog.db.execute(
        f"""
        SELECT products.id, sku, title, location, unit, counted, products.stock_milli, latest,
            quantity_milli, NOT {INSIDE},
            (SELECT sha256 FROM photos WHERE product_id = products.id AND missing = 0
                ORDER BY position, id LIMIT 1)
        FROM (
            SELECT product_id, sum(quantity_milli) AS counted, max(id) AS latest, quantity_milli
            FROM stocktake_counts
            WHERE stocktake_id = :stocktake AND how <> 'zero' {chosen}
            GROUP BY product_id
        ) JOIN products ON products.id = product_id ORDER BY latest DESC
        """,  # noqa: S608
        {**scope_names(stocktake), "product": product_id},
    ).fetchall()
    return [
        CountedProduct(
            product_id=row[0],
            sku=plain_line(row[1]),
            title=plain_line(row[2]),
            location=plain_line(row[3]),
            thumbnail=str(shop.files.small_path(row[10])) if row[10] else "",
            unit=unit_of(row[4]),
            counted=Quantity(row[5]),
            stock=stock_of(row[6]),
            latest=row[7],
            latest_quantity=Quantity(row[8]),
            is_elsewhere=bool(row[9]),
        )
        for row in rows
    ]


def tally(shop: Shop, stocktake: Stocktake) -> Tally:
    """How far the count is."""
    row = shop.catalog.db.execute(
        f"""
        SELECT
            (SELECT count(DISTINCT product_id) FROM stocktake_counts WHERE stocktake_id = :stocktake),
            (SELECT count(*) FROM products WHERE archived = 0 AND {INSIDE}),
            (SELECT coalesce(sum(quantity_milli), 0) / 1000 FROM stocktake_counts
                JOIN products ON products.id = product_id
                WHERE stocktake_id = :stocktake AND unit IN ('', 'pcs')),
            (SELECT count(*) FROM stocktake_doubts
                WHERE stocktake_id = :stocktake AND count_id IS NULL AND not_ours = 0)
        """,  # noqa: S608
        scope_names(stocktake),
    ).fetchone()
    return Tally(*row)
