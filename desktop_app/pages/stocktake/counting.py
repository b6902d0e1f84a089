"""What the window alone does to a count: begin it, end it, and give it the pictures that Qt holds.

The rules of counting are core/stocktake/entering.py's.
"""

from __future__ import annotations

from PySide6.QtGui import QImage

from core.shop.shop import Shop
from core.stocktake.booking import bring_back, throw_away
from core.stocktake.doubts import withdraw
from core.stocktake.entering import count_picture, count_sighting
from core.stocktake.holding import Decision
from core.stocktake.standing import Standing, standing_of
from core.stocktake.stocktake import Stocktake, begin, current
from desktop_app.engine.decoded_pictures import WHOLE_SIDE
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.qt_pictures import to_pillow
from desktop_app.engine.shop_engine import decode_picture
from desktop_app.program.user_name import user_name

_FRAME_SIDE = 720


def begin_count(shop: Shop, category: str, location: str) -> Standing:
    """Begin a count."""
    begin(shop, category=category, location=location, who=user_name())
    return standing_of(shop)


def count_given(shop: Shop, source: PictureSource) -> Standing:
    """One piece from a picture that was given."""
    return count_picture(shop, decode_picture(source, WHOLE_SIDE))


def count_seen(shop: Shop, decision: Decision, frame: QImage, last_doubt: int | None) -> Standing:
    """One piece in front of the webcam: count it, or put it aside."""
    if decision.recognised_late and last_doubt is not None:
        withdraw(shop, last_doubt)
    return count_sighting(shop, decision.sighting, to_pillow(frame, max_side=_FRAME_SIDE))


def throw_count_away(shop: Shop) -> Standing:
    """End the count without booking anything."""
    throw_away(shop, current(shop))
    return standing_of(shop)


def bring_count_back(shop: Shop, ended: Stocktake) -> Standing:
    """Take back how a count ended."""
    bring_back(shop, ended, who=user_name())
    return standing_of(shop)
