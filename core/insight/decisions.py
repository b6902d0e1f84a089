"""What a shop decided of things that were asked for and not found; it can be taken back.

"We don't sell that" is remembered by what was asked for, not by a day: what looks like it is no unmet demand
any more, whenever it is asked for.
"""

import json
from collections.abc import Sequence
from enum import StrEnum

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.shop.shop import Shop


class Decision(StrEnum):
    """What was decided."""

    NOT_SOLD = "not sold"
    """The shop does not sell that, and won't."""
    ORDERED = "ordered"
    """It is on the list of what is to be ordered (core/insight/order_list.py), as long as it stands there."""
    MADE = "made"
    """The shop has it as a product since."""


def decide(shop: Shop, searches: Sequence[int], decision: Decision) -> None:
    """Remember that what these searches asked for is not sold, or was made a product.

    Raises:
        KnownError: the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        db.conn.executemany(
            "INSERT OR REPLACE INTO demand_decisions (search_id, decision, decided)"
            " SELECT id, ?, ? FROM searches WHERE id = ?",  # one may be forgotten meanwhile
            [(decision.value, utc_now(), search) for search in searches],
        )


def take_back(shop: Shop, searches: Sequence[int]) -> None:
    """As if nothing had been decided of them.

    Raises:
        KnownError: the shop cannot be written to.
    """
    shop.require_writable()
    with shop.catalog.transaction() as db:
        db.execute(
            "DELETE FROM demand_decisions WHERE search_id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(searches))],
        )


def decisions(catalog: Catalog) -> dict[int, Decision]:
    """What was decided, by search."""
    rows = catalog.db.execute(
        "SELECT search_id, 'ordered' FROM order_lines WHERE search_id IS NOT NULL"
        " UNION ALL SELECT search_id, decision FROM demand_decisions"
    )
    return {search: Decision(decision) for search, decision in rows}
