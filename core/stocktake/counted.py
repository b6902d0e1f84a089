"""What was counted so far, to be shown: each product with its pieces, and how far the count is."""

from dataclasses import dataclass

from core.plain_text import plain_line
from core.shop.shop import Shop
from core.stocktake.scope import INSIDE, scope_names
from core.stocktake.stocktake import Stocktake


@dataclass(frozen=True, slots=True)
class CountedProduct:
    """A product and how many pieces of it were counted; ``thumbnail`` is a path, "" without a photo.

    Attributes:
        latest: key of its latest count; a higher one is more recent.
        latest_pieces: how many pieces that count added.
        is_elsewhere: whether it lies outside what is being counted.
    """

    product_id: int
    sku: str
    title: str
    location: str
    thumbnail: str
    counted: int
    stock: int
    latest: int
    latest_pieces: int
    is_elsewhere: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a count is: ``products`` of ``all_products`` were counted, ``pieces`` in all."""

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
        SELECT products.id, sku, title, location, counted, products.stock, latest, pieces,
            NOT {INSIDE},
            (SELECT sha256 FROM photos WHERE product_id = products.id AND missing = 0
                ORDER BY position, id LIMIT 1)
        FROM (
            SELECT product_id, sum(pieces) AS counted, max(id) AS latest, pieces FROM stocktake_counts
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
            thumbnail=str(shop.files.small_path(row[9])) if row[9] else "",
            counted=row[4],
            stock=row[5],
            latest=row[6],
            latest_pieces=row[7],
            is_elsewhere=bool(row[8]),
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
            (SELECT coalesce(sum(pieces), 0) FROM stocktake_counts WHERE stocktake_id = :stocktake),
            (SELECT count(*) FROM stocktake_doubts
                WHERE stocktake_id = :stocktake AND count_id IS NULL AND not_ours = 0)
        """,  # noqa: S608
        scope_names(stocktake),
    ).fetchone()
    return Tally(*row)
