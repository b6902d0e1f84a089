"""What the webcam of a count sees: one frame after the other, until it knows what is held before it."""

import threading
from dataclasses import dataclass

from PySide6.QtGui import QImage

from core.shop.shop import Shop
from core.stocktake.holding import Decision, Holding, Stage, cut, tiny
from core.stocktake.looking import look_at
from desktop_app.engine.qt_pictures import to_pillow

_LOOKED_SIDE = 1000


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What one frame of the webcam showed, and what follows from it."""

    stage: Stage
    decision: Decision | None


class Eye:
    """Looks at frames, one after the other, on a worker thread."""

    def __init__(self) -> None:
        self._holding: Holding | None = None
        self._begins_anew = threading.Event()

    def begin_anew(self) -> None:
        """What keeps still next is the empty view; may be called from any thread."""
        self._begins_anew.set()

    def look(self, shop: Shop, frame: QImage) -> Glimpse:
        """Look at a frame."""
        if self._holding is None or self._begins_anew.is_set():
            self._begins_anew.clear()
            self._holding = Holding()
        picture = to_pillow(frame, max_side=_LOOKED_SIDE)
        stage = self._holding.see(tiny(picture))
        if stage is not Stage.LOOKING:
            return Glimpse(stage, None)
        # Its surroundings are no part of the product: what stands out from the empty view is looked at.
        product = cut(picture, self._holding.place())
        return Glimpse(stage, self._holding.judge(look_at(shop, product)))
