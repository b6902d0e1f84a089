"""A question that is asked again whenever its answer may have changed: the newest answer alone is heard.

Two jobs are read at a time, so that an earlier one may end later; what it found is out of date by then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import Job, Lane
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.shop.shop import Shop

_T = TypeVar("_T")


class Question:
    """Asks the shop through ``jobs``, one answer at a time."""

    def __init__(self, jobs: ShopJobs, lane: Lane = Lane.READING) -> None:
        self._jobs = jobs
        self._lane = lane
        self._job: Job | None = None

    def ask(
        self,
        read: Callable[[Shop, ReportProgress], _T],
        success: Callable[[_T], None],
        *,
        failure: Callable[[Sentence], None] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        """Ask anew, as :meth:`ShopJobs.run` in the question's lane; nothing is heard of an earlier answer."""
        self.drop()
        self._job = self._jobs.run(read, success=success, failure=failure, progress=progress, lane=self._lane)

    def drop(self) -> None:
        """Nobody waits for the answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
