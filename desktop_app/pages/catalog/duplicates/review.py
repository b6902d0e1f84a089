"""Where somebody is who goes through pairs of products that may be one: what is decided, what undoes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.shop.shop import Shop
    from desktop_app.pages.catalog.duplicates.pairs import FoundPairs, ShownPair

TakeBack = Callable[["Shop"], object]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of the pair in a place.

    Attributes:
        take_back: work on the shop that undoes it.
        joined: the product that was merged away, and the one that took over; None if they were kept apart.
    """

    place: int
    take_back: TakeBack
    joined: tuple[int, int] | None = None


@dataclass(slots=True)
class Review:
    """The pairs, the one that is shown, and the decisions in their order."""

    found: FoundPairs
    place: int = 0
    decisions: list[Decision] = field(default_factory=list)

    @property
    def pair(self) -> ShownPair | None:
        """The pair that is shown; None where there are none."""
        return self.found.pairs[self.place] if self.found.pairs else None

    @property
    def is_decided(self) -> bool:
        """Whether the pair that is shown is."""
        return self.place in self._decided

    def products_now(self) -> tuple[int, int]:
        """The products of the pair that is shown, or those that took over from them."""
        took_over = dict(decision.joined for decision in self.decisions if decision.joined is not None)

        def now(product_id: int) -> int:
            while product_id in took_over:
                product_id = took_over[product_id]
            return product_id

        pair = self.found.pairs[self.place]
        return now(pair.one.product.id), now(pair.other.product.id)

    def turn(self, by: int) -> bool:
        """Go on, or back; False at the end."""
        if not 0 <= self.place + by < len(self.found.pairs):
            return False
        self.place += by
        return True

    def decide(self, take_back: TakeBack, joined: tuple[int, int] | None = None) -> None:
        """Note it, and go to the next pair that is open."""
        self.decisions.append(Decision(self.place, take_back, joined))
        decided, count = self._decided, len(self.found.pairs)
        places = (*range(self.place, count), *range(count))
        self.place = next((place for place in places if place not in decided), self.place)

    def undone(self) -> None:
        """The last decision was taken back: its pair is shown again."""
        self.place = self.decisions.pop().place

    @property
    def _decided(self) -> set[int]:
        return {decision.place for decision in self.decisions}
