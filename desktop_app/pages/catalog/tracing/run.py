"""One look through files and folders, in its own lane: it goes on whether or not anybody looks at it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.copies.looking_through import look_through
from core.errors import Cancelled
from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import About, Job, Lane
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.catalog.tracing.shown import ShownCopy, shown_copies

if TYPE_CHECKING:
    from core.shop.shop import Shop


class TraceRun(QObject):
    """Lives on the GUI thread.

    Args:
        show: shows it to whoever asks from the window's foot.
    """

    found = Signal(object)
    """A picture was looked at: tuple[ShownCopy, ...]."""
    progressed = Signal(object)
    """Progress."""
    ended = Signal()
    """All was looked at, or it was stopped."""
    failed = Signal(object)
    """Sentence: why it ended before its time."""

    _seen = Signal(object, object)
    """From the worker: the job's number, and the rows of a picture."""

    def __init__(self, jobs: ShopJobs, show: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._show = show
        self._job: Job | None = None
        self._number = 0
        self._is_stopping = False
        self._seen.connect(self._on_seen)

    @property
    def is_under_way(self) -> bool:
        """Whether pictures are being looked at."""
        return self._job is not None

    def start(self, paths: Sequence[Path]) -> None:
        """Look through these; what was begun before must have ended."""
        self._number += 1
        self._is_stopping = False
        number, chosen = self._number, tuple(paths)

        def work(shop: Shop, report: ReportProgress) -> None:
            def listen(progress: Progress) -> bool:
                return report(progress) is not False and not self._is_stopping

            try:
                for traced in look_through(shop, chosen, listen):
                    self._seen.emit(number, shown_copies(shop, traced))
            except Cancelled:
                if not self._is_stopping:
                    raise

        self._job = self._jobs.run(
            work,
            success=lambda _nothing: self._on_ended(),
            failure=self._on_failed,
            progress=self.progressed.emit,
            lane=Lane.LOOKING,
            about=About(lambda: self.tr("Looking for our photos"), self._show),
        )

    def stop(self) -> None:
        """Stop at the next picture; what was found stays."""
        self._is_stopping = True

    def _on_seen(self, number: int, rows: tuple[ShownCopy, ...]) -> None:
        if number == self._number:
            self.found.emit(rows)

    def _on_ended(self) -> None:
        self._job = None
        self.ended.emit()

    def _on_failed(self, failure: Sentence) -> None:
        self._job = None
        self.failed.emit(failure)
