"""One walk at a time, in the lane of lessons: nothing else that writes waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.catalog.photos.unlabelled import UnlabelledCounts, unlabelled_counts
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.ingest.unlabelled.forgetting import forget_unlabelled
from core.messages import Sentence
from desktop_app.engine.jobs import About, Job, Lane
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.shop.shop import Shop


class WalkRunner(QObject):
    """Lives on the GUI thread."""

    began = Signal()
    progressed = Signal(object)
    """Progress."""
    ended = Signal(object)
    """The WalkReport, or None where it was stopped or all was forgotten."""
    failed = Signal(object)
    """Sentence: why it ended before its time; what was done stays."""
    counted = Signal(object, bool)
    """UnlabelledCounts of the shop, and whether this program may change it."""

    def __init__(self, jobs: ShopJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether files are being taken."""
        return self._job is not None

    def start(self, paths: Sequence[Path]) -> None:
        """Take files, folders and films, unless others are being taken."""
        if self._job is not None:
            return
        self._job = self._jobs.run(
            lambda shop, report: add_unlabelled_photos(shop, paths, report),
            success=self._on_ended,
            failure=self._on_failed,
            progress=self.progressed.emit,
            stopped=lambda: self._on_ended(None),
            lane=Lane.LEARNING,
            about=About(lambda: self.tr("Taking photos of a walk"), "learning"),
        )
        self.began.emit()

    def stop(self) -> None:
        """Take no more; what was taken stays."""
        if self._job is not None:
            self._job.stop()

    def forget(self) -> None:
        """Delete all unlabelled photos."""
        self._jobs.run(
            lambda shop, _report: forget_unlabelled(shop),
            success=lambda _count: self._on_ended(None),
            failure=self._on_failed,
            lane=Lane.WRITING,
        )

    def count(self) -> None:
        """Say how many there are."""

        def read(shop: Shop) -> tuple[UnlabelledCounts, bool]:
            return unlabelled_counts(shop.catalog), shop.writable

        self._jobs.run(
            lambda shop, _report: read(shop), success=lambda found: self.counted.emit(found[0], found[1])
        )

    def _on_ended(self, report: object) -> None:
        self._job = None
        self.ended.emit(report)
        self.count()

    def _on_failed(self, failure: Sentence) -> None:
        self._job = None
        self.failed.emit(failure)
        self.count()
