"""The counts that have ended: each with what it found, to be looked at again.

What a count compared with what is kept with it; prices were not, so a difference is valued at today's. Which
products were *not* counted is not told: that was asked of the books as they were then.
"""

from dataclasses import dataclass, replace

from core.shop.shop import Shop
from core.stocktake.differences import Differences, differences
from core.stocktake.stocktake import Stocktake, ended


@dataclass(frozen=True, slots=True)
class PastCount:
    """A count that has ended.

    Attributes:
        products: how many were counted, those that were set to zero among them.
        differing: how many of these were not as the books said, or were not known to them.
    """

    stocktake: Stocktake
    products: int
    differing: int


def past_counts(shop: Shop) -> list[PastCount]:
    """Every count that has ended, the latest first."""
    rows = shop.catalog.db.execute(
        """
        SELECT stocktake_id, count(*), sum(found IS NOT then_stock) FROM (
            SELECT stocktake_id, sum(quantity_milli) AS found, max(id), stock_milli AS then_stock
            FROM stocktake_counts GROUP BY stocktake_id, product_id
        ) GROUP BY stocktake_id
        """
    ).fetchall()
    found = {key: (products, differing) for key, products, differing in rows}
    return [PastCount(stocktake, *found.get(stocktake.id, (0, 0))) for stocktake in ended(shop)]


def past_differences(shop: Shop, stocktake: Stocktake) -> Differences:
    """What a count that has ended had found, of products that are still in the catalog."""
    return replace(differences(shop, stocktake), not_counted=())
