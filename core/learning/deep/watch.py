"""One lesson's talk with its listener: progress of every stage in, wishes out, time counted."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from core.errors import Cancelled
from core.learning.deep.listener import (
    DeepListener,
    DeepProgress,
    DeepStage,
    LessonPausedError,
    Wish,
)
from core.learning.deep.training_process import ProcessReport
from core.learning.deep.work_folder import State, WorkFolder
from core.learning.deep.worth import doubt_of
from core.progress import Progress, ReportProgress

_TELL_SECONDS = 0.5


class Watch:
    """Tells the listener how far the lesson is, and writes it down now and then."""

    def __init__(self, listener: DeepListener, state: State, work: WorkFolder, reserve: float) -> None:
        """``reserve``: seconds that the stages after the training are expected to take."""
        self.state = state
        self._listener = listener
        self._work = work
        self._reserve = reserve
        self._before = state.seconds
        self._start = time.monotonic()
        self._told = 0.0
        self._wish = Wish.GO_ON
        self._last = ProcessReport(DeepStage.PREPARING, 0, 0, state.epoch, state.points)

    @property
    def seconds(self) -> float:
        """What the lesson has taken so far, the time before a pause included."""
        return self._before + time.monotonic() - self._start

    def training(self, news: ProcessReport | None) -> Wish:
        """Pass on what the process that trains reports; None: nothing new, but time goes by."""
        if news is not None:
            grown = len(news.points) > len(self.state.points)
            if news.stage is not DeepStage.TRAINING:
                news = replace(news, epoch=self._last.epoch, points=self._last.points)
            self._last = news
            if grown:
                self.note(epoch=news.epoch, points=news.points)
        return self._tell(self._last)

    def stage(self, stage: DeepStage) -> ReportProgress:
        """What the program's other long tasks report to, in this stage."""
        begun = time.monotonic()

        def listen(progress: Progress) -> bool:
            now = time.monotonic()
            if now - self._told < _TELL_SECONDS and progress.done < progress.total:
                return True
            left = None
            if progress.done and stage is not DeepStage.PREPARING:
                left = (now - begun) * (progress.total - progress.done) / progress.done
            self._last = replace(
                self._last, stage=stage, done=progress.done, total=progress.total, seconds_left=left
            )
            return self._tell(self._last) is Wish.GO_ON

        return listen

    def note(self, **changes: object) -> None:
        """Write down how far the lesson is.

        Raises:
            KnownError: it cannot be written.
        """
        self.state = replace(self.state, seconds=round(self.seconds, 1), **changes)  # type: ignore[arg-type]
        self._work.note(self.state)

    @contextmanager
    def pauses(self) -> Iterator[None]:
        """Within it, a task that was stopped because of the wish for a pause counts as paused."""
        try:
            yield
        except Cancelled:
            if self._wish is Wish.PAUSE:
                raise LessonPausedError from None
            raise

    def _tell(self, news: ProcessReport) -> Wish:
        self._told = time.monotonic()
        left, doubt = news.seconds_left, None
        if news.stage is DeepStage.TRAINING:
            left = None if left is None else left + self._reserve
            minutes = self.state.settings.minutes
            if self._before < minutes * 60:  # else it is but brought to its end
                doubt = doubt_of(news, minutes, self._reserve)
        progress = DeepProgress(
            stage=news.stage,
            done=news.done,
            total=news.total,
            epoch=news.epoch,
            epochs=self.state.settings.epochs,
            points=news.points,
            before_top1=self.state.before_top1,
            seconds_left=left,
            seconds=self.seconds,
            doubt=doubt,
        )
        self._wish = self._listener(progress)
        return self._wish
