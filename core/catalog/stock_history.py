"""How a product's stock came to what it is: every movement, and what there was after it."""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.catalog.stock import Movement, movements
from core.quantities.quantity import NOTHING, Quantity

_EVERY_ONE = 2**62


@dataclass(frozen=True, slots=True)
class StockChange:
    """A movement, and how much there was after it; None where nobody knew."""

    movement: Movement
    stock: Quantity | None


def stock_history(catalog: Catalog, product_id: int) -> list[StockChange]:
    """Every movement of a product, the newest first; none for a product that is gone.

    As the catalog counts (docs/decisions/0028-quantities.md): the sum of the movements, while the latest one
    that says whether the stock is known, and was not taken back by then, says that it is.
    """
    told: dict[int, bool] = {}  # by movement, the oldest first
    booked, changes = NOTHING, []
    for movement in reversed(movements(catalog, [product_id], limit=_EVERY_ONE)):
        booked += movement.quantity
        if movement.undo_of is not None:
            told.pop(movement.undo_of, None)
        if movement.counted is not None:
            told[movement.id] = movement.counted
        is_known = next(reversed(told.values()), False)
        changes.append(StockChange(movement, booked if is_known else None))
    return changes[::-1]
