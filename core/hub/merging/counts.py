"""Two tills of a store that count one product without knowing of one another: the later count holds.

A count books the difference between the shelf and the books, so that two of them would both be booked. Which
counts did not know of one another sees the till that sends last: its own is still in the outbox when the
other comes. It takes one of the two back, as a clerk would, so the ledger shows both and what became of them;
and whoever else takes the same one back says the same (:mod:`core.catalog.database.change_ids`).
"""

from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby

from core.catalog.database.catalog import Catalog
from core.catalog.stock import undo_movement
from core.errors import KnownError

_COUNTS = """
    SELECT told.product_id, told.movement_id, told.uid, outbox.id IS NOT NULL
    FROM hub_movements AS told
    JOIN stock_movements ON stock_movements.id = told.movement_id
    LEFT JOIN outbox ON outbox.id = told.uid
    WHERE told.counted = 1 AND reason <> 'undo' AND told.brought_in IS NULL
        AND told.product_id IN (SELECT product_id FROM outbox JOIN hub_movements ON uid = outbox.id)
        AND NOT EXISTS (SELECT 1 FROM hub_movements AS later WHERE later.undo_of = told.uid)
    ORDER BY told.product_id, told.movement_id
"""
"""All counts of the products of which something is still to be sent, in the order in which they came here."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A count that was not taken back; ``is_own`` where it was made here and is still to be sent."""

    product_id: int
    movement_id: int
    uid: str
    is_own: bool


def settle_counts(catalog: Catalog) -> None:
    """Take back what was counted twice; after changes were received and before one's own are sent."""
    with catalog.transaction() as db:
        rows = db.execute(_COUNTS).fetchall()
        counts = [_Count(product_id, key, uid, bool(is_own)) for product_id, key, uid, is_own in rows]
        for _, of_product in groupby(counts, lambda count: count.product_id):
            for count in _without_effect(list(of_product)):
                with suppress(KnownError):  # it is counted in another unit by now; the ledger shows both
                    undo_movement(catalog, count.movement_id, who="")


def _without_effect(counts: list[_Count]) -> list[_Count]:
    """Of the counts of a product, in the order in which they came here, those that give way.

    Whatever came before one's own last count is in it already; what came after it did not know of it.
    """
    own = [count for count in counts if count.is_own]
    if not own:
        return []
    others = [count for count in counts if not count.is_own and count.movement_id > own[-1].movement_id]
    if max((count.uid for count in others), default="") > own[-1].uid:
        return own
    return others
