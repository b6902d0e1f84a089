"""The stocktake of the open shop, for the window; every call blocks and belongs on a job's thread."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_app.engine.engine import PictureSource
from desktop_app.engine.pictures import to_pillow
from desktop_app.pages.stocktake.standing import Event, OpenDoubt, Standing
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    from PIL.Image import Image

    from core.shop.shop import Shop
    from core.stocktake.booking import Booking
    from core.stocktake.counted import CountedProduct
    from core.stocktake.differences import Differences
    from core.stocktake.holding import Decision
    from core.stocktake.ledger import How
    from core.stocktake.looking import Candidate, Sighting
    from core.stocktake.stocktake import Stocktake
    from desktop_app.engine.shop_engine import ShopEngine

_KEPT_SIDE = 720


class CountingDesk:
    """Counts into the stocktake that is under way. Each call may raise KnownError."""

    def __init__(self, engine: ShopEngine) -> None:
        self._engine = engine

    @property
    def _shop(self) -> Shop:
        return self._engine.shop

    def current(self) -> Stocktake:
        """The count that is under way."""
        from core.errors import KnownError
        from core.messages import message
        from core.stocktake.stocktake import under_way

        found = under_way(self._shop)
        if found is None:
            raise KnownError(message("core", "This count has ended: begin a new one."))
        return found

    def standing(
        self,
        event: Event = "",
        product: CountedProduct | None = None,
        pieces: int = 0,
        candidates: tuple[Candidate, ...] = (),
        doubt: int | None = None,
        text: str = "",
    ) -> Standing:
        """How the count is now."""
        from core.stocktake.counted import counted_products, tally
        from core.stocktake.stocktake import last_ended, under_way

        shop = self._shop
        stocktake = under_way(shop)
        counts = tally(shop, stocktake) if stocktake is not None else None
        counted = tuple(counted_products(shop, stocktake)) if stocktake is not None else ()
        return Standing(
            stocktake, last_ended(shop), counts, counted, event, product, pieces, candidates, doubt, text
        )

    def categories(self) -> list[str]:
        """The shop's categories."""
        from core.catalog.lists.listing import SortBy, facets

        return [facet.value for facet in facets(self._shop.catalog, SortBy.CATEGORY)]

    def begin(self, category: str, location: str) -> Standing:
        """Begin a count."""
        from core.stocktake.stocktake import begin

        begin(self._shop, category=category, location=location, who=user_name())
        return self.standing()

    def add(self, product_id: int, pieces: int, how: How | None = None) -> Standing:
        """Count pieces of a product that somebody chose."""
        from core.stocktake.ledger import How, count_pieces

        counted = count_pieces(self._shop, self.current(), product_id, pieces, how=how or How.TYPED)
        return self.standing("counted", counted, pieces)

    def set_pieces(self, product_id: int, pieces: int) -> Standing:
        """The latest count of the product was of so many."""
        from core.stocktake.ledger import set_latest

        return self.standing("counted", set_latest(self._shop, self.current(), product_id, pieces), pieces)

    def take_back(self) -> Standing:
        """Undo the latest count."""
        from core.stocktake.ledger import take_back

        return self.standing("taken back" if take_back(self._shop, self.current()) is not None else "")

    def enter(self, text: str) -> Standing:
        """Count what a scanner or a clerk typed, or offer what it may mean."""
        from core.stocktake.looking import look_up

        sighting = look_up(self._shop, text)
        if sighting.product_id is None:
            event: Event = "choose" if sighting.candidates else "nothing"
            return self.standing(event, candidates=sighting.candidates, text=text)
        return self._count_sighting(sighting, None)

    def picture(self, source: PictureSource) -> Standing:
        """One piece from a picture."""
        from core.stocktake.ledger import How
        from core.stocktake.looking import look_at

        picture = self._engine.decode(source)
        return self._count_sighting(look_at(self._shop, picture, how=How.PICTURE), picture)

    def seen(self, decision: Decision, frame: QImage, last_doubt: int | None) -> Standing:
        """One piece before the webcam: count it, or put it aside."""
        from core.stocktake.doubts import withdraw

        if decision.recognised_late and last_doubt is not None:
            withdraw(self._shop, last_doubt)
        return self._count_sighting(decision.sighting, to_pillow(frame, max_side=_KEPT_SIDE))

    def _count_sighting(self, sighting: Sighting, picture: Image | None) -> Standing:
        from core.stocktake.counted import counted_products
        from core.stocktake.doubts import put_aside
        from core.stocktake.ledger import count_pieces
        from core.stocktake.scope import is_inside

        shop, stocktake = self._shop, self.current()
        product = sighting.product_id
        inside = product is not None and (
            is_inside(shop, stocktake, product) or bool(counted_products(shop, stocktake, product))
        )
        if product is not None and inside:
            return self.standing("counted", count_pieces(shop, stocktake, product, how=sighting.how), 1)
        chosen = [candidate.product_id for candidate in sighting.candidates]
        if picture is None:
            return self.standing("elsewhere", candidates=sighting.candidates)
        key = put_aside(shop, stocktake, _jpeg(picture), chosen)
        return self.standing(
            "elsewhere" if product is not None else "aside", candidates=sighting.candidates, doubt=key
        )

    def doubts(self) -> tuple[OpenDoubt, ...]:
        """What waits for a decision."""
        from core.stocktake.doubts import doubts
        from core.stocktake.looking import candidates

        return tuple(
            OpenDoubt(
                doubt.id, QImage.fromData(doubt.picture), candidates(self._shop, list(doubt.candidates))
            )
            for doubt in doubts(self._shop, self.current())
        )

    def decide(self, doubt: int, product_id: int | None) -> tuple[OpenDoubt, ...]:
        """It is this product; None for nothing that the shop sells."""
        from core.stocktake.doubts import decide, decide_not_ours

        if product_id is None:
            decide_not_ours(self._shop, doubt)
        else:
            decide(self._shop, self.current(), doubt, product_id)
        return self.doubts()

    def decide_again(self, doubt: int, *, was_ours: bool) -> tuple[OpenDoubt, ...]:
        """Take a decision back."""
        from core.stocktake.doubts import decide_not_ours
        from core.stocktake.ledger import take_back

        if was_ours:
            take_back(self._shop, self.current())
        else:
            decide_not_ours(self._shop, doubt, not_ours=False)
        return self.doubts()

    def search(self, text: str) -> tuple[Candidate, ...]:
        """Products that ``text`` may mean."""
        from core.stocktake.looking import look_up

        return look_up(self._shop, text).candidates

    def set_to_zero(self, product_ids: Sequence[int], *, zero: bool) -> None:
        """There is none of these; or, with False, they were not counted."""
        from core.stocktake.ledger import leave, set_to_zero

        (set_to_zero if zero else leave)(self._shop, self.current(), list(product_ids))

    def differences(self) -> Differences:
        """The count against the books."""
        from core.stocktake.differences import differences

        return differences(self._shop, self.current())

    def export(self, found: Differences, file: Path) -> int:
        """Write a table of it; returns how many lines."""
        from core.stocktake.differences import export_differences

        return export_differences(found, file)

    def book(self) -> Booking:
        """Book the differences and end the count."""
        from core.stocktake.booking import book

        return book(self._shop, self.current(), who=user_name())

    def throw_away(self) -> Standing:
        """End the count without booking anything."""
        from core.stocktake.booking import throw_away

        throw_away(self._shop, self.current())
        return self.standing()

    def bring_back(self, stocktake: Stocktake) -> Standing:
        """Take back how the count ended."""
        from core.stocktake.booking import bring_back

        bring_back(self._shop, stocktake, who=user_name())
        return self.standing()


def _jpeg(picture: Image) -> bytes:
    kept = picture.copy()
    kept.thumbnail((_KEPT_SIDE, _KEPT_SIDE))
    data = io.BytesIO()
    kept.save(data, "JPEG", quality=85)
    return data.getvalue()
