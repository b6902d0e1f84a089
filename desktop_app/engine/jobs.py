"""Background work as *operation, success, failure*: run off the GUI thread, answered on it.

An operation is a plain function that may report progress and so be cancelled. A failure that nobody
handles is shown by default; an exception that is no KnownError is a bug and goes to the crash report.

The workers are Python's own threads: they keep their thread-local state (a catalog's connection) between
jobs, which the threads of Qt's pool do not.
"""

import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from core.errors import Cancelled, KnownError
from core.messages import Sentence
from core.progress import Progress, ReportProgress

_T = TypeVar("_T")

Where = str | Callable[[], None]
"""A page by its name, or what shows the place."""

_TELL_S = 0.05
_PACE_S = 3.0
"""So long a stage must have lasted before its pace says when it ends."""


class Lane(Enum):
    """Where a job runs."""

    READING = "reading"
    """A small pool: thumbnails, details."""
    WRITING = "writing"
    """One after the other: everything that changes the shop."""
    IMPORTING = "importing"
    """One import at a time; it takes minutes, and whoever changes a price meanwhile does not wait for it."""
    LOOKING = "looking"
    """One after the other: what looks through many photos and changes nothing that anybody waits for."""
    LEARNING = "learning"
    """One lesson at a time; it takes up to an hour, and the shop goes on being changed meanwhile."""
    PHONES = "phones"
    """What phones ask, two at a time: the window's own reading does not wait for them."""
    HUB = "hub"
    """One round with the hub at a time: whoever books meanwhile does not wait for the network."""
    OTHER_STORES = "other stores"
    """What a clerk waits to hear of the hub: neither behind a round, nor before the window's own reading."""


@dataclass(frozen=True, slots=True)
class About:
    """What the window says of long work wherever the user is.

    Attributes:
        words: what is under way, in the language of now.
        where: there is more of it, and it can be stopped.
    """

    words: Callable[[], str]
    where: Where


@dataclass(slots=True, eq=False)
class Job:
    """One piece of work under way."""

    success: Callable[[Any], None]
    failure: Callable[[Sentence], None] | None
    progress: Callable[[Progress], None] | None
    stopped: Callable[[], None] | None = None
    is_cancelled: bool = False
    is_stopping: bool = False
    about: About | None = None
    whose: QObject | None = None
    """Whom the callbacks are for."""
    reached: Progress | None = None
    """How far it is, as it said last."""
    stage_began_s: float = 0.0
    """When the stage that it is in was reached, by :func:`time.monotonic`."""

    @property
    def is_heard(self) -> bool:
        """Whether anybody still waits for it: it was not cancelled, and whom it is for is still there."""
        return not self.is_cancelled and (self.whose is None or isValid(self.whose))

    @property
    def seconds_left(self) -> float | None:
        """Until the end of its stage, at the pace of the stage so far; None while that tells nothing yet.

        A task of several stages that take turns at different paces says how far it is, not how long.
        """
        reached, elapsed = self.reached, time.monotonic() - self.stage_began_s
        if (
            reached is None
            or reached.share is not None
            or reached.done <= 0
            or reached.total <= 0
            or elapsed < _PACE_S
        ):
            return None
        return elapsed / reached.done * max(0, reached.total - reached.done)

    def cancel(self) -> None:
        """Ask the work to stop at its next report; none of its callbacks is called any more.

        For what nobody waits for any longer. Where it may have changed something by then: :meth:`stop`.
        """
        self.is_cancelled = True

    def stop(self) -> None:
        """Ask the work to stop at its next report; whether it did, or had ended by then, is told as ever."""
        self.is_stopping = True


class _Outcomes(QObject):
    """Carries outcomes from the workers to the GUI thread, on which it lives."""

    succeeded = Signal(object, object)
    failed = Signal(object, object)
    progressed = Signal(object, object)
    stopped = Signal(object)
    ended = Signal(object)
    bug = Signal(str)


def _work(job: Job, operation: Callable[[ReportProgress], Any], outcomes: _Outcomes) -> None:
    """What a worker does with a job, on the worker's thread."""

    told: Progress | None = None
    told_at = 0.0
    is_shown = job.progress is not None or job.about is not None

    def report(progress: Progress) -> bool:
        """Tell the GUI thread no more often than anybody can see: it has better to do."""
        nonlocal told, told_at
        now = time.monotonic()
        is_new = told is None or told.stage != progress.stage or progress.done >= progress.total
        if is_shown and (is_new or now - told_at >= _TELL_S):
            told, told_at = progress, now
            outcomes.progressed.emit(job, progress)
        return not (job.is_cancelled or job.is_stopping)

    try:
        if job.is_stopping:
            outcomes.stopped.emit(job)
        elif not job.is_cancelled:
            outcomes.succeeded.emit(job, operation(report))
    except Cancelled:
        outcomes.stopped.emit(job)
    except KnownError as error:
        outcomes.failed.emit(job, error.sentence)
    except Exception:
        outcomes.bug.emit(traceback.format_exc())
    finally:
        outcomes.ended.emit(job)


class Jobs(QObject):
    """Runs jobs; make one, pass it down."""

    unhandled_failure = Signal(object)
    """Sentence of a job that handles no failure itself."""
    failed = Signal(object)
    """Sentence of any job that failed and was not cancelled, handled or not."""
    bug = Signal(str)
    """A traceback."""
    long_work_changed = Signal()
    """Long work began, went on or ended: see :attr:`long_work`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {
            Lane.READING: ThreadPoolExecutor(2, "reading"),
            Lane.WRITING: ThreadPoolExecutor(1, "writing"),
            Lane.IMPORTING: ThreadPoolExecutor(1, "importing"),
            Lane.LOOKING: ThreadPoolExecutor(1, "looking"),
            Lane.LEARNING: ThreadPoolExecutor(1, "learning"),
            Lane.PHONES: ThreadPoolExecutor(2, "phones"),
            Lane.HUB: ThreadPoolExecutor(1, "hub"),
            Lane.OTHER_STORES: ThreadPoolExecutor(1, "other stores"),
        }
        self._under_way: dict[Job, Future[None]] = {}
        self._is_closed = False
        self._outcomes = _Outcomes(self)
        self._outcomes.succeeded.connect(self._on_succeeded)
        self._outcomes.failed.connect(self._on_failed)
        self._outcomes.progressed.connect(self._on_progressed)
        self._outcomes.stopped.connect(self._on_stopped)
        self._outcomes.ended.connect(self._on_ended)
        self._outcomes.bug.connect(self.bug)

    def run(
        self,
        operation: Callable[[ReportProgress], _T],
        *,
        success: Callable[[_T], None],
        failure: Callable[[Sentence], None] | None = None,
        progress: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
        lane: Lane = Lane.READING,
        about: About | None = None,
        whose: QObject | None = None,
    ) -> Job:
        """Start ``operation`` in ``lane``; the callbacks are called on the GUI thread.

        Once the program is ending nothing is started any more: the job comes back cancelled.

        Args:
            whose: what may be gone before the window is, such as a dialog: then the work goes on and no
                callback is called; a failure is shown as one that nobody handles.
            stopped: called where :meth:`Job.stop` ended it before its time.
            about: for work that takes minutes: what the window says of it on every page.
        """
        job = Job(success, failure, progress, stopped, is_cancelled=self._is_closed, about=about, whose=whose)
        if self._is_closed:
            return job
        self._under_way[job] = self._workers[lane].submit(_work, job, operation, self._outcomes)
        if about is not None:
            self.long_work_changed.emit()
        return job

    @property
    def long_work(self) -> tuple[Job, ...]:
        """What is under way that the user is told of on every page, the oldest first."""
        return tuple(job for job in self._under_way if job.about is not None and not job.is_cancelled)

    def end(self) -> None:
        """Cancel everything and start nothing any more; :attr:`has_ended` says when all is over."""
        self._is_closed = True
        for job in self._under_way:
            job.cancel()
        for workers in self._workers.values():
            workers.shutdown(wait=False, cancel_futures=True)

    @property
    def has_ended(self) -> bool:
        """Whether no work is under way any more."""
        return all(future.done() for future in self._under_way.values())

    def close(self, timeout_s: float = 5.0) -> bool:
        """Cancel everything and wait. False if some work did not end within ``timeout_s``."""
        self.end()
        running = [future for future in self._under_way.values() if not future.cancelled()]
        return not wait(running, timeout_s).not_done

    @Slot(object)
    def _on_ended(self, job: Job) -> None:
        self._under_way.pop(job, None)
        if job.about is not None:
            self.long_work_changed.emit()

    @Slot(object, object)
    def _on_succeeded(self, job: Job, value: object) -> None:
        if job.is_heard:
            job.success(value)

    @Slot(object, object)
    def _on_failed(self, job: Job, sentence: Sentence) -> None:
        if job.is_cancelled:
            return
        self.failed.emit(sentence)
        if job.failure is not None and job.is_heard:
            job.failure(sentence)
        else:
            self.unhandled_failure.emit(sentence)

    @Slot(object)
    def _on_stopped(self, job: Job) -> None:
        if job.stopped is not None and job.is_heard:
            job.stopped()

    @Slot(object, object)
    def _on_progressed(self, job: Job, progress: Progress) -> None:
        if job.reached is None or job.reached.stage != progress.stage:
            job.stage_began_s = time.monotonic()
        job.reached = progress
        if job.about is not None:
            self.long_work_changed.emit()
        if job.progress is not None and job.is_heard:
            job.progress(progress)
