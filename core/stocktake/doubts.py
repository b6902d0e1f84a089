"""What was held in front of the webcam and not recognised: kept with its picture until somebody decides."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.clock import utc_now
from core.errors import KnownError
from core.messages import message
from core.shop.shop import Shop
from core.stocktake.ledger import How, count_quantity
from core.stocktake.stocktake import Stocktake, require_under_way


@dataclass(frozen=True, slots=True)
class Doubt:
    """One piece that waits for a decision.

    Attributes:
        picture: JPEG.
        candidates: products that it may be, the likeliest first.
        noted: when, ISO 8601 UTC.
    """

    id: int
    picture: bytes
    candidates: tuple[int, ...]
    noted: str


def put_aside(shop: Shop, stocktake: Stocktake, picture: bytes, candidates: Sequence[int]) -> int:
    """Keep a piece for a later decision; returns its key."""
    shop.require_writable()
    with shop.catalog.transaction() as db:
        require_under_way(shop, stocktake)
        cursor = db.execute(
            "INSERT INTO stocktake_doubts (stocktake_id, picture, candidates, noted) VALUES (?, ?, ?, ?)",
            [stocktake.id, picture, json.dumps([int(product) for product in candidates]), utc_now()],
        )
    return int(cursor.lastrowid or 0)


def withdraw(shop: Shop, doubt_id: int) -> None:
    """It was recognised after all, a moment later: forget the picture."""
    with shop.catalog.transaction() as db:
        db.execute("DELETE FROM stocktake_doubts WHERE id = ? AND count_id IS NULL", [doubt_id])


def doubts(shop: Shop, stocktake: Stocktake) -> list[Doubt]:
    """What still waits, in the order in which it was put aside."""
    rows = shop.catalog.db.execute(
        "SELECT id, picture, candidates, noted FROM stocktake_doubts"
        " WHERE stocktake_id = ? AND count_id IS NULL AND not_ours = 0 ORDER BY id",
        [stocktake.id],
    ).fetchall()
    return [Doubt(row[0], row[1], tuple(json.loads(row[2])), row[3]) for row in rows]


def decide(shop: Shop, stocktake: Stocktake, doubt_id: int, product_id: int) -> None:
    """It is this product: count it.

    Raises:
        KnownError: it was decided already, or there is no such product.
    """
    with shop.catalog.transaction() as db:
        _require_open(shop, doubt_id)
        counted = count_quantity(shop, stocktake, product_id, how=How.DECIDED)
        db.execute("UPDATE stocktake_doubts SET count_id = ? WHERE id = ?", [counted.latest, doubt_id])


def decide_not_ours(shop: Shop, doubt_id: int, *, not_ours: bool = True) -> None:
    """It is nothing that the shop sells, so it is not counted; or, with False, it waits again."""
    shop.require_writable()
    with shop.catalog.transaction() as db:
        db.execute("UPDATE stocktake_doubts SET not_ours = ? WHERE id = ?", [int(not_ours), doubt_id])


def _require_open(shop: Shop, doubt_id: int) -> None:
    row = shop.catalog.db.execute(
        "SELECT 1 FROM stocktake_doubts WHERE id = ? AND count_id IS NULL AND not_ours = 0", [doubt_id]
    ).fetchone()
    if row is None:
        raise KnownError(message("core", "This was decided already: reload the list."))
