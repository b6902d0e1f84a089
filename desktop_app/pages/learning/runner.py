"""One lesson at a time, given in a lane of its own and told of by signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled
from core.learning.deep.lesson import resume_deep_lesson, teach_deep_lesson
from core.learning.deep.listener import (
    DeepListener,
    DeepProgress,
    DeepSettings,
    LessonPausedError,
    Wish,
)
from core.learning.quick import teach_quick_lesson
from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import About, Job, Lane
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.models.lesson_record import Lesson
    from core.shop.shop import Shop


class LessonRunner(QObject):
    """Lives on the GUI thread; where the window is closed, a deep lesson is paused and nothing is lost."""

    began = Signal(bool)
    """Whether it is a deep one."""
    quick_progressed = Signal(object)
    """Progress of a quick lesson."""
    deep_progressed = Signal(object)
    """DeepProgress, emitted on the thread that teaches."""
    taught = Signal(object)
    """The Lesson, kept or rejected."""
    stopped = Signal(bool)
    """It ended as was wished: true where it can be gone on with, false where nothing of it is kept."""
    failed = Signal(object)
    """Sentence: why there is no lesson."""

    def __init__(self, jobs: ShopJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._wish = ""
        self.is_deep = False

    @property
    def is_running(self) -> bool:
        """Whether a lesson is being given."""
        return self._job is not None

    def start_quick(self) -> None:
        """Give a quick lesson."""

        def work(shop: Shop, report: ReportProgress) -> Lesson | Wish:
            try:
                return teach_quick_lesson(
                    shop, lambda progress: report(progress) is not False and not self._wish
                )
            except Cancelled:
                return Wish.CANCEL

        self._run(work, deep=False)

    def start_deep(self, minutes: int) -> None:
        """Give a deep lesson that takes about so long."""
        settings = DeepSettings(minutes=float(minutes))
        self._run_deep(lambda shop, listener: teach_deep_lesson(shop, settings, listener))

    def resume_deep(self, minutes: int) -> None:
        """Go on with the deep lesson that is not finished; it takes about so long in all."""
        self._run_deep(lambda shop, listener: resume_deep_lesson(shop, listener, minutes=float(minutes)))

    def pause(self) -> None:
        """Stop a deep lesson at its next step so that it can be gone on with."""
        self._wish = "pause"

    def cancel(self) -> None:
        """Stop the lesson at its next step and throw it away."""
        self._wish = "cancel"

    def _run_deep(self, teach: Callable[[Shop, DeepListener], Lesson]) -> None:

        def work(shop: Shop, report: ReportProgress) -> Lesson | Wish:
            def listen(deep: DeepProgress) -> Wish:
                self.deep_progressed.emit(deep)
                if report(Progress(deep.stage.value, deep.done, deep.total)) is False:
                    return Wish.PAUSE  # the window is being closed
                return Wish(self._wish) if self._wish else Wish.GO_ON

            try:
                return teach(shop, listen)
            except LessonPausedError:
                return Wish.PAUSE
            except Cancelled:  # also for a pause, where nothing was there yet to go on with
                return Wish.CANCEL

        self._run(work, deep=True)

    def _run(self, work: Callable[[Shop, ReportProgress], Lesson | Wish], *, deep: bool) -> None:
        if self._job is not None:
            return
        self._wish, self.is_deep = "", deep
        self._job = self._jobs.run(
            work,
            success=self._on_ended,
            failure=self._on_failed,
            progress=None if deep else self.quick_progressed.emit,
            lane=Lane.LEARNING,
            about=About(self._about, "learning"),
        )
        self.began.emit(deep)

    def _about(self) -> str:
        return self.tr("A deep lesson is running") if self.is_deep else self.tr("A quick lesson is running")

    def _on_ended(self, outcome: Lesson | Wish) -> None:
        """``outcome``: the lesson, or the wish that ended it."""
        self._job = None
        if isinstance(outcome, Wish):
            self.stopped.emit(outcome is Wish.PAUSE)
        else:
            self.taught.emit(outcome)

    def _on_failed(self, failure: Sentence) -> None:
        self._job = None
        self.failed.emit(failure)
