"""What a stocktake writes down, one thing after the other, in the order in which it came."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.messages import Sentence
from core.shop.shop import Shop
from desktop_app.engine.jobs import Lane
from desktop_app.engine.shop_jobs import ShopJobs

_T = TypeVar("_T")


class StocktakeLane(QObject):
    """Runs calls in the one writing lane, and knows whether all are done."""

    busy_changed = Signal(bool)
    failed = Signal(object)
    """Sentence: why a call did nothing."""

    def __init__(self, jobs: ShopJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._under_way = 0

    @property
    def is_busy(self) -> bool:
        """Whether something is not written down yet."""
        return self._under_way > 0

    def run(self, act: Callable[[Shop], _T], success: Callable[[_T], None]) -> None:
        """Do ``act`` after what came before it; ``success`` gets what it returned."""
        self._under_way += 1
        self.busy_changed.emit(True)

        def ended() -> None:
            self._under_way -= 1
            self.busy_changed.emit(self.is_busy)

        def done(value: _T) -> None:
            ended()
            success(value)

        def failed(why: Sentence) -> None:
            ended()
            self.failed.emit(why)

        self._jobs.run(lambda shop, _report: act(shop), success=done, failure=failed, lane=Lane.WRITING)
