"""What is asked of the shop while pairs are shown: one thing at a time, and a change is never cut off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import Job, Lane
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.widgets.busy_line import BusyLine

if TYPE_CHECKING:
    from core.shop.shop import Shop

_T = TypeVar("_T")


class PairWork(QObject):
    """Reads and changes; ``busy`` shows that it waits for the shop.

    Nothing can be decided meanwhile: what is shown may be the other way round by then.
    """

    begun = Signal()
    failed = Signal(object)
    """Sentence: why not."""
    changed = Signal()
    """A change has ended, well or not, and whoever asked for it has heard so."""

    def __init__(self, jobs: ShopJobs, busy: BusyLine, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._busy = busy
        self._reading: Job | None = None
        self._is_changing = False

    @property
    def is_busy(self) -> bool:
        """Whether it waits for the shop."""
        return self._busy.is_busy

    @property
    def is_changing(self) -> bool:
        """Whether a change is under way."""
        return self._is_changing

    def read(
        self,
        work: Callable[[Shop, ReportProgress], _T],
        success: Callable[[_T], None],
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        """Read, in place of what is being read."""

        def done(value: _T) -> None:
            self._end_reading()
            success(value)

        def failed(failure: Sentence) -> None:
            self._end_reading()
            self.failed.emit(failure)

        self.stop_reading()
        self._busy.set_busy(True)
        self._reading = self._jobs.run(work, success=done, failure=failed, progress=progress)
        self.begun.emit()

    def stop_reading(self) -> None:
        """What was asked last is no longer wanted."""
        if self._reading is not None:
            self._reading.cancel()

    def change(self, work: Callable[[Shop], _T], success: Callable[[_T], None]) -> None:
        """Change the shop."""

        def done(value: _T) -> None:
            self._end_changing()
            success(value)
            self.changed.emit()

        def failed(failure: Sentence) -> None:
            self._end_changing()
            self.failed.emit(failure)
            self.changed.emit()

        self._is_changing = True
        self._busy.set_busy(True)
        self._jobs.run(lambda shop, _report: work(shop), success=done, failure=failed, lane=Lane.WRITING)
        self.begun.emit()

    def _end_reading(self) -> None:
        self._reading = None
        self._busy.set_busy(False)

    def _end_changing(self) -> None:
        self._is_changing = False
        self._busy.set_busy(False)
