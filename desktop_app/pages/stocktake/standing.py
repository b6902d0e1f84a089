"""How a count stands, as plain values for the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from core.stocktake.counted import CountedProduct, Tally
    from core.stocktake.looking import Candidate
    from core.stocktake.stocktake import Stocktake

Event = Literal["", "counted", "aside", "elsewhere", "choose", "nothing", "taken back"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The count as it is now, and what the last call did to it.

    Attributes:
        stocktake: None when none is under way.
        counted: the latest product first.
        event: what happened.
        product: the product that was counted.
        pieces: how many of it were counted just now.
        candidates: products to choose from.
        doubt: key of what was put aside.
    """

    stocktake: Stocktake | None
    ended: Stocktake | None
    tally: Tally | None
    counted: tuple[CountedProduct, ...]
    event: Event = ""
    product: CountedProduct | None = None
    pieces: int = 0
    candidates: tuple[Candidate, ...] = ()
    doubt: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """What waits for a decision, with all that the window shows of it."""

    id: int
    picture: QImage
    candidates: tuple[Candidate, ...]
