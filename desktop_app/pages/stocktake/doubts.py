"""What a count put aside, as plain values for the window, and deciding it; for jobs in the writing lane.

Each may raise KnownError, and returns what waits then.
"""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from core.shop.shop import Shop
from core.stocktake.doubts import decide, decide_not_ours, doubts
from core.stocktake.ledger import take_back
from core.stocktake.looking import Candidate, candidates
from core.stocktake.stocktake import current


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """What waits for a decision, with all that the window shows of it."""

    id: int
    picture: QImage
    candidates: tuple[Candidate, ...]


def open_doubts(shop: Shop) -> tuple[OpenDoubt, ...]:
    """What waits for a decision."""
    return tuple(
        OpenDoubt(doubt.id, QImage.fromData(doubt.picture), candidates(shop, list(doubt.candidates)))
        for doubt in doubts(shop, current(shop))
    )


def decide_doubt(shop: Shop, doubt: int, product_id: int | None) -> tuple[OpenDoubt, ...]:
    """It is this product; None for nothing that the shop sells."""
    if product_id is None:
        decide_not_ours(shop, doubt)
    else:
        decide(shop, current(shop), doubt, product_id)
    return open_doubts(shop)


def undo_decision(shop: Shop, doubt: int, *, was_ours: bool) -> tuple[OpenDoubt, ...]:
    """Take a decision back."""
    if was_ours:
        take_back(shop, current(shop))
    else:
        decide_not_ours(shop, doubt, not_ours=False)
    return open_doubts(shop)
