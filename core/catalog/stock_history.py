"""How a product's stock came to what it is: every movement, and what there was after it."""

from dataclasses import dataclass, field

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import merged_products
from core.catalog.stock import Movement, movements
from core.quantities.quantity import NOTHING, Quantity

_EVERY_ONE = 2**62


@dataclass(frozen=True, slots=True)
class StockChange:
    """A movement, and how much there was after it; None where nobody knew."""

    movement: Movement
    stock: Quantity | None


def stock_history(catalog: Catalog, product_id: int) -> list[StockChange]:
    """Every movement of a product, the newest first, those of products merged into it among them; none for
    one that is gone.

    As the catalog counts (docs/decisions/0028-quantities.md): the sum of the movements, while the latest one
    that says whether the stock is known, and was not taken back by then, says that it is. Of several products
    it is the sum of those that are known.
    """
    ledgers: dict[int, _Ledger] = {}
    changes = []
    whose = [product_id, *merged_products(catalog, product_id)]
    for movement in reversed(movements(catalog, whose, limit=_EVERY_ONE)):
        ledgers.setdefault(movement.product_id, _Ledger()).add(movement)
        known = [ledger.booked for ledger in ledgers.values() if ledger.is_known]
        changes.append(StockChange(movement, sum(known, NOTHING) if known else None))
    return changes[::-1]


@dataclass(slots=True)
class _Ledger:
    """One product's movements up to a moment."""

    booked: Quantity = NOTHING
    told: dict[int, bool] = field(default_factory=dict)  # by movement, the oldest first

    def add(self, movement: Movement) -> None:
        self.booked += movement.quantity
        if movement.undo_of is not None:
            self.told.pop(movement.undo_of, None)
        if movement.counted is not None:
            self.told[movement.id] = movement.counted

    @property
    def is_known(self) -> bool:
        return next(reversed(self.told.values()), False)
