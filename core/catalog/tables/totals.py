"""The sum that stands below a list: it looks like a product, and is none."""

from collections.abc import Sequence

from core.catalog.tables.entries import Entry
from core.quantities.quantity import NOTHING


def is_total(rows: Sequence[Entry]) -> bool:
    """Whether the last row has no title where those above it have, and the sum of their numbers."""
    *above, last = (row.draft for row in rows)
    if last.title or len(above) < 2 or not all(draft.title for draft in above):
        return False
    stocks = [draft.stock for draft in above if draft.stock is not None]
    prices = [draft.price_minor for draft in above if draft.price_minor is not None]
    is_sum_of_stock = last.stock not in (None, NOTHING) and last.stock == sum(stocks, NOTHING)
    return is_sum_of_stock or (bool(last.price_minor) and last.price_minor == sum(prices))
