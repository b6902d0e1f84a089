"""Says on every page what takes minutes, an import or a lesson: how far it is, how long it still takes."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from desktop_app.engine.jobs import Job, Jobs
from desktop_app.look.durations import duration
from desktop_app.pages.importing.empty_shop import EmptyShopView
from desktop_app.window.main_window import MainWindow


class LongWork(QObject):
    """Shows the oldest of it in the window's foot, and large where an empty shop waits for its products."""

    def __init__(self, jobs: Jobs, empty: EmptyShopView, window: MainWindow) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._line = window.status_line
        self._empty = empty
        self._is_shown = False
        jobs.long_work_changed.connect(self.show_now)
        self._line.activity.clicked.connect(self._lead_there)

    def show_now(self) -> None:
        """Say what is under way, in the language of now."""
        under_way = self._jobs.long_work
        if not under_way:
            if self._is_shown:
                self._line.show_idle()
                self._empty.show_idle()
            self._is_shown = False
            return
        self._is_shown = True
        job = under_way[0]
        text = self._in_words(job)
        if len(under_way) > 1:
            text += " · " + self.tr("{count} more").format(count=len(under_way) - 1)
        done, total = job.reached.bar if job.reached is not None else (0, 0)
        self._line.show_progress(text, done, total)
        self._empty.show_work(text, done, total)

    def _in_words(self, job: Job) -> str:
        assert job.about is not None  # noqa: S101  (it is long work)
        text, reached, figures = job.about.words(), job.reached, QLocale()
        if reached is not None and reached.total > 0:
            text = self.tr("{work}: {done} of {total}").format(
                work=text, done=figures.toString(reached.done), total=figures.toString(reached.total)
            )
        left = job.seconds_left
        if left is not None:
            text += " · " + self.tr("about {time} left").format(time=duration(left))
        return text

    def _lead_there(self) -> None:
        for job in self._jobs.long_work[:1]:
            if job.about is not None:
                self._window.lead_to(job.about.where)
