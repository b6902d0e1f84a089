"""Background work as *operation, success, failure*: run off the GUI thread, answered on it.

An operation is a plain function that may report progress and so be cancelled. A failure that nobody
handles is shown by default; an exception that is no KnownError is a bug and goes to the crash report.

The workers are Python's own threads: they keep their thread-local state (a catalog's connection) between
jobs, which the threads of Qt's pool do not.
"""

import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import Cancelled, KnownError
from core.messages import Sentence
from core.progress import Progress, ReportProgress

_T = TypeVar("_T")


class Lane(Enum):
    """Where a job runs."""

    READING = "reading"
    """A small pool: thumbnails, details."""
    WRITING = "writing"
    """One after the other: everything that changes the shop."""
    LEARNING = "learning"
    """One lesson at a time; it takes up to an hour, and the shop goes on being changed meanwhile."""


@dataclass(slots=True, eq=False)
class Job:
    """One piece of work under way."""

    success: Callable[[Any], None]
    failure: Callable[[Sentence], None] | None
    progress: Callable[[Progress], None] | None
    is_cancelled: bool = False

    def cancel(self) -> None:
        """Ask the work to stop at its next report; none of its callbacks is called any more."""
        self.is_cancelled = True


class _Outcomes(QObject):
    """Carries outcomes from the workers to the GUI thread, on which it lives."""

    succeeded = Signal(object, object)
    failed = Signal(object, object)
    progressed = Signal(object, object)
    ended = Signal(object)
    bug = Signal(str)


def _work(job: Job, operation: Callable[[ReportProgress], Any], outcomes: _Outcomes) -> None:
    """What a worker does with a job, on the worker's thread."""

    def report(progress: Progress) -> bool:
        outcomes.progressed.emit(job, progress)
        return not job.is_cancelled

    try:
        if not job.is_cancelled:
            outcomes.succeeded.emit(job, operation(report))
    except Cancelled:
        pass
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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {
            Lane.READING: ThreadPoolExecutor(2, "reading"),
            Lane.WRITING: ThreadPoolExecutor(1, "writing"),
            Lane.LEARNING: ThreadPoolExecutor(1, "learning"),
        }
        self._under_way: dict[Job, Future[None]] = {}
        self._is_closed = False
        self._outcomes = _Outcomes(self)
        self._outcomes.succeeded.connect(self._on_succeeded)
        self._outcomes.failed.connect(self._on_failed)
        self._outcomes.progressed.connect(self._on_progressed)
        self._outcomes.ended.connect(self._on_ended)
        self._outcomes.bug.connect(self.bug)

    def run(
        self,
        operation: Callable[[ReportProgress], _T],
        *,
        success: Callable[[_T], None],
        failure: Callable[[Sentence], None] | None = None,
        progress: Callable[[Progress], None] | None = None,
        lane: Lane = Lane.READING,
    ) -> Job:
        """Start ``operation`` in ``lane``; the callbacks are called on the GUI thread.

        Once the program is ending nothing is started any more: the job comes back cancelled.
        """
        job = Job(success, failure, progress, is_cancelled=self._is_closed)
        if self._is_closed:
            return job
        self._under_way[job] = self._workers[lane].submit(_work, job, operation, self._outcomes)
        return job

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

    @Slot(object, object)
    def _on_succeeded(self, job: Job, value: object) -> None:
        if not job.is_cancelled:
            job.success(value)

    @Slot(object, object)
    def _on_failed(self, job: Job, sentence: Sentence) -> None:
        if job.is_cancelled:
            return
        self.failed.emit(sentence)
        if job.failure is not None:
            job.failure(sentence)
        else:
            self.unhandled_failure.emit(sentence)

    @Slot(object, object)
    def _on_progressed(self, job: Job, progress: Progress) -> None:
        if job.progress is not None and not job.is_cancelled:
            job.progress(progress)
