"""What the window's foot tells beside its figures: the opening, work that takes minutes, what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, Signal

from core.progress import Progress
from desktop_app.engine.jobs import Job, Jobs, Where
from desktop_app.look.durations import duration
from desktop_app.look.language import core_text
from desktop_app.pages.shop_page import ShopNews
from desktop_app.widgets.status_line import StatusLine


class Foot(QObject):
    """Shows the oldest long work, as it can be seen from every page; a click leads to where there is more.

    Args:
        lead_to: shows such a place.
        is_told: whether what is in front says itself how far the work is that leads to such a place.
    """

    work_changed = Signal(object)
    """As :meth:`work_in_words`: for whoever shows it, too."""

    def __init__(
        self,
        line: StatusLine,
        jobs: Jobs,
        news: ShopNews,
        lead_to: Callable[[Where], None],
        is_told: Callable[[Where], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._jobs = jobs
        self._lead_to = lead_to
        self._is_told = is_told
        self._opening: Progress | None = None
        self._hub: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._note: tuple[Where, Callable[[], str] | None] = ("", None)
        news.told.connect(self._on_told)
        jobs.long_work_changed.connect(self.retranslate)
        line.note.clicked.connect(self._on_note)
        line.activity.clicked.connect(self._on_activity)

    def show_opening(self, progress: Progress | None) -> None:
        """What the program is doing before it can search; None as soon as it can, or never will."""
        self._opening = progress
        self.retranslate()

    def tell_of_hub(self, words: Callable[[], tuple[str, str]]) -> None:
        """Say how the shop stands with its hub, short and whole, in the language of now; "" for none."""
        self._hub = words
        self.retranslate()

    def show_leaving(self) -> None:
        """Another shop is about to take this one's place."""
        self._line.show_progress(self.tr("Opening another shop…"), 0, 0)

    def retranslate(self) -> None:
        """Say what is so, in the language of now."""
        _where, words = self._note
        self._line.show_note(words() if words is not None else "")
        short, whole = self._hub()
        self._line.show_hub(short, whole=whole)
        self.work_changed.emit(self.work_in_words())
        work = self._in_words_of_all(self._untold())
        if work is not None:
            self._line.show_progress(*work)
        elif self._opening is not None:
            opening = self._opening
            self._line.show_progress(core_text(opening.stage), opening.done, opening.total)
        else:
            self._line.show_idle()

    def work_in_words(self) -> tuple[str, int, int] | None:
        """Of the long work: what, how far and how long; steps done and in all of its bar. None for none."""
        return self._in_words_of_all(self._jobs.long_work)

    def _untold(self) -> list[Job]:
        """The long work of which what is in front does not tell."""
        return [
            job for job in self._jobs.long_work if job.about is None or not self._is_told(job.about.where)
        ]

    def _in_words_of_all(self, under_way: Sequence[Job]) -> tuple[str, int, int] | None:
        if not under_way:
            return None
        job = under_way[0]
        text = self._in_words(job)
        if len(under_way) > 1:
            text += " · " + self.tr("{count} more").format(count=len(under_way) - 1)
        return (text, *job.reached.bar) if job.reached is not None else (text, 0, 0)

    def _in_words(self, job: Job) -> str:
        text, reached, figures = job.about.words() if job.about is not None else "", job.reached, QLocale()
        if reached is not None and reached.share is not None:
            text = self.tr("{work}: {share}").format(work=text, share=f"{reached.share:.0%}")
        elif reached is not None and reached.total > 0:
            text = self.tr("{work}: {done} of {total}").format(
                work=text, done=figures.toString(reached.done), total=figures.toString(reached.total)
            )
        left = job.seconds_left
        if left is not None:
            text += " · " + self.tr("about {time} left").format(time=duration(left))
        return text

    def _on_told(self, where: Where, words: Callable[[], str] | None) -> None:
        if words is None and where != self._note[0]:
            return  # what was read is not what stands there
        self._note = where, words
        self.retranslate()

    def _on_note(self) -> None:
        where, _words = self._note
        self._on_told(where, None)
        self._lead_to(where)

    def _on_activity(self) -> None:
        for job in self._untold()[:1]:
            if job.about is not None:
                self._lead_to(job.about.where)
