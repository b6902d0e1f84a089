"""A film watched, or counted, in the background: one at a time; what is found is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.messages import Sentence
from desktop_app.engine.jobs import About, Job
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.catalog.lists.filters import Filter
    from core.filmed.film_answer import FilmAnswer
    from core.filmed.film_count import FilmCount
    from core.imaging.films.reading import Film
    from core.progress import ReportProgress
    from core.shop.shop import Shop


class FilmWatching(QObject):
    """Lives on the GUI thread; a new film puts the one before away."""

    found = Signal(object)
    """A Stretch, while there is more to come."""
    progressed = Signal(object)
    """Progress."""
    watched = Signal(object)
    """The FilmAnswer."""
    counted = Signal(object)
    """The FilmCount."""
    failed = Signal(object)
    """Sentence."""
    stopped = Signal()
    """It was asked to stop, and has; what was found stays on show."""

    def __init__(self, jobs: ShopJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether a film is being looked at."""
        return self._job is not None

    def watch(self, film: Film, filter_: Filter | None) -> None:
        """Look through ``film`` for the shop's products."""
        self.drop()
        running: list[Job] = []

        def work(shop: Shop, report: ReportProgress) -> FilmAnswer:
            from core.catalog.lists.filters import Filter
            from core.filmed.watching import watch
            from core.search.answering import Refinement

            def tell(stretch: object) -> None:
                if not running or not running[0].is_cancelled:
                    self.found.emit(stretch)

            return watch(shop, film, Refinement(filter_ or Filter()), progress=report, tell=tell)

        self._job = self._jobs.run(
            work,
            success=lambda answer: self._end(self.watched, answer),
            failure=lambda failure: self._end(self.failed, failure),
            progress=self.progressed.emit,
            stopped=self._on_stopped,
            about=About(lambda: self.tr("Watching a film"), "search"),
        )
        running.append(self._job)

    def count(self, film: Film) -> None:
        """Count the pieces that ``film`` shows."""
        self.drop()

        def work(shop: Shop, report: ReportProgress) -> FilmCount:
            from core.filmed.counting import count_film

            return count_film(shop, film, report)

        self._job = self._jobs.run(
            work,
            success=lambda count: self._end(self.counted, count),
            failure=lambda failure: self._end(self.failed, failure),
            progress=self.progressed.emit,
            stopped=self._on_stopped,
            about=About(lambda: self.tr("Counting what a film shows"), "search"),
        )

    def stop(self) -> None:
        """Look no further; what was found stays."""
        if self._job is not None:
            self._job.stop()

    def drop(self) -> None:
        """Put the film away: nothing more is told of it."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _end(self, signal: object, told: FilmAnswer | FilmCount | Sentence) -> None:
        self._job = None
        signal.emit(told)  # type: ignore[attr-defined]  # a bound signal has no name for the type checker

    def _on_stopped(self) -> None:
        self._job = None
        self.stopped.emit()
