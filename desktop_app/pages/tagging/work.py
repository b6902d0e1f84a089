"""A session of tagging and its steps, one at a time, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale

from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import Lane
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.widgets.busy_line import BusyLine

if TYPE_CHECKING:
    from core.shop.shop import Shop
    from core.tagging.session import TaggingSession
    from core.tagging.step import TaggingStep

OnStep = Callable[["TaggingStep"], None]
OnFailure = Callable[[Sentence], None]


class TaggingWork:
    """The session is made in a reading job; everything that it does then goes through the one writing lane.

    Until a step is done, nobody can decide about a group that is not shown yet; ``busy`` shows that.
    """

    def __init__(self, jobs: ShopJobs, busy: BusyLine) -> None:
        self._jobs = jobs
        self._busy = busy
        self._is_working = False
        self.session: TaggingSession | None = None

    @property
    def is_working(self) -> bool:
        """Whether a step is on its way."""
        return self._is_working

    def begin(
        self,
        choice: tuple[str, str],
        *,
        anew: bool,
        success: OnStep,
        failure: OnFailure,
        progress: Callable[[Progress], None],
    ) -> None:
        """A new session in place of the one that there is, if any.

        Args:
            choice: the category and the tag that is lacking; empty for any.
            anew: compare the products again, for the shop has changed.
        """
        old, self.session = self.session, None
        likeness_map = old.likeness_map if old is not None and not anew else None
        language = QLocale().name()
        self._set_working(True)

        def prepare(shop: Shop, report: ReportProgress) -> tuple[TaggingSession, TaggingStep]:
            from core.tagging.session import start_tagging
            from core.tagging.step import TagScope

            session = start_tagging(
                shop, TagScope(*choice), language=language, likeness_map=likeness_map, progress=report
            )
            return session, session.step()

        def done(begun: tuple[TaggingSession, TaggingStep]) -> None:
            self.session = begun[0]
            self._set_working(False)
            success(begun[1])

        self._jobs.run(prepare, success=done, failure=self._failed(failure), progress=progress)

    def do(self, act: Callable[[TaggingSession], Any], success: OnStep, failure: OnFailure) -> None:
        """One step; nothing while there is no session or another step is on its way."""
        session = self.session
        if session is None or self._is_working:
            return
        self._set_working(True)

        def done(step: TaggingStep) -> None:
            self._set_working(False)
            success(step)

        self._jobs.run(
            lambda _shop, _report: act(session),
            success=done,
            failure=self._failed(failure),
            lane=Lane.WRITING,
        )

    def _failed(self, failure: OnFailure) -> OnFailure:
        def failed(why: Sentence) -> None:
            self._set_working(False)
            failure(why)

        return failed

    def _set_working(self, is_working: bool) -> None:
        self._is_working = is_working
        self._busy.set_busy(is_working)
