"""Work on the open shop, told of in a page's message line: how far it is, a way to stop it, why it failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import About, Job, Lane
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import core_text, in_words
from desktop_app.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from core.shop.shop import Shop

_T = TypeVar("_T")


class ShopWork(QObject):
    """Carries it out; what to say of its success is the caller's business."""

    came_to_nothing = Signal()
    """It was refused, or stopped: all is as it was, and what is shown of a change must be read again."""

    def __init__(self, jobs: ShopJobs, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._bar = bar
        self._long: Job | None = None
        self._cancelled: Callable[[], str] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something long is under way that would be lost."""
        return self._long is not None

    def run(
        self,
        work: Callable[[Shop, ReportProgress], _T],
        success: Callable[[_T], None],
        *,
        stage: Callable[[], str] | None = None,
        lane: Lane = Lane.WRITING,
        about: About | None = None,
        cancelled: Callable[[], str] | None = None,
    ) -> None:
        """Run ``work``.

        Args:
            stage: what is under way, in the language of now, of work that is long enough to be seen; None
                for what is over before a progress bar could be read.
            cancelled: what is said where it was stopped and what was done by then stays; None where all is
                as it was.
            about: what is said of it on every page, where it goes on beside other work.
        """
        if stage is None:
            self._jobs.run(work, success=success, failure=self.refuse, lane=lane)
            return

        def done(value: _T) -> None:
            self._long = None
            success(value)

        self._cancelled = cancelled
        self._show(stage, Progress("", 0, 0))
        self._long = self._jobs.run(
            work,
            success=done,
            failure=self._fail,
            progress=lambda progress: self._on_progress(stage, progress),
            stopped=self._on_stopped,
            lane=lane,
            about=about,
        )

    def refuse(self, failure: Sentence) -> None:
        """Say why something was not done."""
        self._bar.say(lambda: (in_words(failure), ""), tone="bad")
        self.came_to_nothing.emit()

    def _fail(self, failure: Sentence) -> None:
        self._long = None
        self.refuse(failure)

    def _show(self, stage: Callable[[], str], progress: Progress) -> None:
        def words() -> tuple[str, str]:
            under_way = core_text(progress.stage) if progress.stage else stage()
            return f"{under_way}…", self.tr("Cancel")

        self._bar.work(words, self._cancel, progress.done, progress.total)

    def _on_progress(self, stage: Callable[[], str], progress: Progress) -> None:
        if self._long is not None and not self._long.is_stopping:
            self._show(stage, progress)

    def _cancel(self) -> None:
        if self._long is not None:
            self._long.stop()  # it may be over by now: what is said of it is what comes of it
            self._show(lambda: self.tr("Stopping"), Progress("", 0, 0))

    def _on_stopped(self) -> None:
        self._long = None
        words = self._cancelled or (lambda: self.tr("Cancelled: all is as it was."))
        self._bar.say(lambda: (words(), ""))
        self.came_to_nothing.emit()
