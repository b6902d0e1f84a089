"""What a picture of several products shows, counted at once and taken back at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.quantities.quantity import Quantity
from core.shop.shop import Shop
from core.stocktake.counted import counted_products
from core.stocktake.ledger import How, count_quantity
from core.stocktake.scope import is_inside
from core.stocktake.stocktake import Stocktake, begin, require_under_way, under_way


@dataclass(frozen=True, slots=True)
class CountedTogether:
    """Several products that were counted in one step.

    Attributes:
        counts: keys of the counts that were written.
        began: the count was begun by it, as none was under way.
        elsewhere: products that were left out: they lie outside of what is being counted.
    """

    stocktake: Stocktake
    counts: tuple[int, ...]
    began: bool
    elsewhere: tuple[int, ...]


def count_together(shop: Shop, quantities: Mapping[int, Quantity], *, who: str) -> CountedTogether:
    """Count so much of each product into the count that is under way; where none is, one of all begins.

    Raises:
        KnownError: the shop cannot be written to, or one of them cannot be counted so; then none is.
    """
    shop.require_writable()
    with shop.catalog.transaction():
        stocktake = under_way(shop)
        began = stocktake is None
        if stocktake is None:
            stocktake = begin(shop, who=who)
        elsewhere = tuple(
            product
            for product in quantities
            if not is_inside(shop, stocktake, product) and not counted_products(shop, stocktake, product)
        )
        counts = tuple(
            count_quantity(shop, stocktake, product, quantity, how=How.PICTURE).latest
            for product, quantity in quantities.items()
            if product not in elsewhere
        )
        return CountedTogether(stocktake, counts, began, elsewhere)


def take_together_back(shop: Shop, together: CountedTogether) -> None:
    """Undo these counts; a count that was begun for them and has no other goes, too.

    Raises:
        KnownError: the count has ended meanwhile, or the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, together.stocktake)
        key = together.stocktake.id
        for count in together.counts:
            db.execute("DELETE FROM stocktake_counts WHERE id = ?", [count])
        if together.began:
            db.execute(
                "DELETE FROM stocktakes WHERE id = ? AND NOT EXISTS"
                " (SELECT 1 FROM stocktake_counts WHERE stocktake_id = stocktakes.id)"
                " AND NOT EXISTS (SELECT 1 FROM stocktake_doubts WHERE stocktake_id = stocktakes.id)",
                [key],
            )
