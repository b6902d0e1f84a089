"""How a count stands, as plain values for whoever shows it."""

from dataclasses import dataclass
from typing import Literal

from core.quantities.quantity import NOTHING, Quantity
from core.shop.shop import Shop
from core.stocktake.counted import CountedProduct, Tally, counted_products, tally
from core.stocktake.looking import Candidate
from core.stocktake.stocktake import Stocktake, last_ended, under_way

Event = Literal["", "counted", "aside", "elsewhere", "choose", "nothing", "taken back"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The count as it is now, and what the last call did to it.

    Attributes:
        stocktake: None when none is under way.
        counted: the latest product first.
        event: what happened.
        product: the product that was counted.
        quantity: how much of it was counted just now.
        replaced: the count before, where a number took its place.
        candidates: products to choose from.
        doubt: key of what was put aside.
        has_more: whether further products fit than the candidates.
    """

    stocktake: Stocktake | None
    ended: Stocktake | None
    tally: Tally | None
    counted: tuple[CountedProduct, ...]
    event: Event = ""
    product: CountedProduct | None = None
    quantity: Quantity = NOTHING
    candidates: tuple[Candidate, ...] = ()
    doubt: int | None = None
    text: str = ""
    replaced: Quantity | None = None
    has_more: bool = False

    @property
    def current(self) -> CountedProduct | None:
        """The product that is shown as counted last, and that a number is for."""
        if self.event == "taken back":
            return next(iter(self.counted), None)
        return self.product


def standing_of(
    shop: Shop,
    event: Event = "",
    product: CountedProduct | None = None,
    quantity: Quantity = NOTHING,
    candidates: tuple[Candidate, ...] = (),
    doubt: int | None = None,
    text: str = "",
    replaced: Quantity | None = None,
    has_more: bool = False,
) -> Standing:
    """How the count of ``shop`` is now, after what the arguments tell."""
    stocktake = under_way(shop)
    counts = tally(shop, stocktake) if stocktake is not None else None
    counted = tuple(counted_products(shop, stocktake)) if stocktake is not None else ()
    return Standing(
        stocktake,
        last_ended(shop),
        counts,
        counted,
        event,
        product,
        quantity,
        candidates,
        doubt,
        text,
        replaced,
        has_more,
    )
