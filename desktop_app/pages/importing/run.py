"""One import under way, in its own lane: it goes on whether or not anybody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.messages import Sentence
from core.progress import ReportProgress
from desktop_app.engine.jobs import About, Job, Lane
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.shop.shop import Shop


class ImportRun(QObject):
    """Lives on the GUI thread.

    Args:
        show: shows it to whoever asks from the window's foot.
    """

    progressed = Signal(object)
    """Progress."""
    ended = Signal(object)
    """What the work returned, or None where it was stopped."""
    failed = Signal(object)
    """Sentence: why it ended before its time."""

    def __init__(self, jobs: ShopJobs, show: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._show = show
        self._job: Job | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether products are coming in."""
        return self._job is not None

    def start(self, work: Callable[[Shop, ReportProgress], Any], file: str) -> None:
        """Bring something into the shop: what is in the file of that name."""
        self._job = self._jobs.run(
            work,
            success=self._on_ended,
            failure=self._on_failed,
            progress=self.progressed.emit,
            stopped=lambda: self._on_ended(None),
            lane=Lane.IMPORTING,
            about=About(lambda: self.tr("Importing {file}").format(file=file), self._show),
        )

    def stop(self) -> None:
        """Stop at the next product."""
        if self._job is not None:
            self._job.stop()

    def _on_ended(self, report: Any) -> None:
        self._job = None
        self.ended.emit(report)

    def _on_failed(self, failure: Sentence) -> None:
        self._job = None
        self.failed.emit(failure)
