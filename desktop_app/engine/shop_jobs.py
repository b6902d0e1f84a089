"""Jobs on the open shop: each is handed the shop when it begins, and imports what is heavy itself.

A window works in one shop from its beginning to its end: for another shop the jobs are cancelled, all that
was under way is waited for, and a new window is made (window/run.py). So whatever a job brings back is of the
shop that its page shows. Should a shop be closed under a job all the same, nothing more is heard of the job.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from core.errors import Cancelled
from core.messages import Sentence
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import About, Job, Jobs, Lane

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from core.shop.shop import Shop
    from desktop_app.engine.shop_engine import ShopEngine

_T = TypeVar("_T")


class ShopJobs:
    """Runs jobs on the shop that ``engine`` has open."""

    def __init__(self, jobs: Jobs, engine: ShopEngine) -> None:
        self._jobs = jobs
        self._engine = engine

    @property
    def shop_name(self) -> str:
        """What the shop is called that the jobs work on."""
        return self.shop_folder.name

    @property
    def shop_folder(self) -> Path:
        """Where the shop lies, open or not."""
        return self._engine.folder

    def run(
        self,
        operation: Callable[[Shop, ReportProgress], _T],
        *,
        success: Callable[[_T], None],
        failure: Callable[[Sentence], None] | None = None,
        progress: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
        lane: Lane = Lane.READING,
        about: About | None = None,
        whose: QObject | None = None,
    ) -> Job:
        """As :meth:`Jobs.run`, with the shop that is open when ``operation`` begins as its first argument.

        The job fails with a sentence where no shop is open then. The reading lane runs two jobs at a time
        beside whatever is written; what changes the shop belongs in the writing lane.
        """
        engine = self._engine

        def on_open_shop(report: ReportProgress) -> _T:
            shop = engine.shop

            def report_while_open(progress: Progress) -> bool | None:
                return engine.has_open(shop) and report(progress)

            try:
                value = operation(shop, report_while_open)
            except Exception:
                if engine.has_open(shop):
                    raise
                raise Cancelled from None  # it tripped over what was closed under it
            if not engine.has_open(shop):
                raise Cancelled
            return value

        return self._jobs.run(
            on_open_shop,
            success=success,
            failure=failure,
            progress=progress,
            stopped=stopped,
            lane=lane,
            about=about,
            whose=whose,
        )
