"""Lessons: start one, watch it, compare before and after, put one in use, go back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from core.learning.deep.lesson import discard_unfinished
from core.messages import Sentence
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.look.language import Translated, in_words
from desktop_app.pages.learning.chosen_lesson import ChosenLesson
from desktop_app.pages.learning.lesson_delegate import LessonDelegate
from desktop_app.pages.learning.lesson_model import LessonModel
from desktop_app.pages.learning.lesson_view import LessonView
from desktop_app.pages.learning.lessons import Lessons, lessons_of
from desktop_app.pages.learning.run_view import LearningRunView
from desktop_app.pages.learning.runner import LessonRunner
from desktop_app.pages.learning.start_view import LearningStartView
from desktop_app.pages.learning.wording import ended
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from core.models.lesson_record import Lesson
    from core.progress import ReportProgress
    from core.shop.shop import Shop

_LIST_WIDTH = 340
_LIST_HEIGHT = 160


class TeachingView(Translated, QWidget):
    """Lessons run in a lane of their own: searches, counts and edits go on meanwhile."""

    photos_wanted = Signal()
    """Whoever looks at the lessons wants to see the photos that they learn from."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = services.shop_jobs
        self._lessons = Question(services.shop_jobs)
        self.runner = LessonRunner(self._jobs, self)
        self.shown: Lessons | None = None
        """The lessons of the open shop; None until they were read."""
        self._comparison_shown = False
        self._choose_after_refresh: str | None = None
        self._by_itself = False
        self._words: Callable[[], str] = lambda: ""
        self._intro = text_label("muted", wrap=True)
        self._said = text_label("strong", wrap=True)
        self.start_view = LearningStartView(services.themes, self)
        self.run_view = LearningRunView(services.themes, self)
        self.lessons = LessonModel(self)
        self.list = QListView(self)
        self._list_title = text_label("section")
        self.lesson_view = LessonView(services.themes, services.thumbnails, self)
        self.chosen = ChosenLesson(self._jobs, self.list, self.lessons, self.lesson_view)
        self._build(services)
        self._connect()
        self.retranslate()

    def is_busy(self) -> bool:
        """A quick lesson would be lost; a deep one is paused, and goes on another time."""
        return self.runner.is_running and not self.runner.is_deep and not self._by_itself

    def refresh(self) -> None:
        """Read the lessons and what there is to learn from anew."""
        self._lessons.ask(lambda shop, _report: lessons_of(shop), self._on_lessons)

    def said(self) -> str:
        """The line that tells how the last lesson ended."""
        return self._said.text()

    # Teaching

    def start_by_itself(self) -> None:
        """A quick lesson that nobody asked for; its end is one quiet line in the window."""
        self._by_itself = True
        self.runner.start_quick()

    def examine_others(self) -> None:
        """Examine what other stores offer at the hub; of what comes of it one quiet line tells."""
        self._jobs.run(
            _exchange,
            success=self._on_examined,
            failure=lambda _sentence: None,  # nobody asked for it
            lane=Lane.LEARNING,
            whose=self,
        )

    def pause(self) -> None:
        """Stop a deep lesson so that it can be gone on with."""
        self.runner.pause()
        self.run_view.is_ending(self.tr("Pausing: what is learned so far is being kept…"))

    def cancel(self) -> None:
        """Stop the lesson and throw it away."""
        self.runner.cancel()
        self.run_view.is_ending(self.tr("Stopping…"))

    def _on_began(self, deep: bool) -> None:
        self._say(lambda: "")
        self.run_view.begin(deep=deep)
        self._show_running(True)

    def _on_examined(self, lessons: list[Lesson]) -> None:
        if lessons and not self.runner.is_running:
            self._tell_of(max(lessons, key=lambda one: one.promoted), by_itself=True)

    def _on_taught(self, lesson: Lesson) -> None:
        self._show_running(False)
        by_itself, self._by_itself = self._by_itself, False
        self._tell_of(lesson, by_itself=by_itself)

    def _tell_of(self, lesson: Lesson, *, by_itself: bool) -> None:
        self._say(lambda: ended(lesson, by_itself=by_itself))
        if by_itself and not self.isVisible():
            self._services.news.told.emit("learning", lambda: ended(lesson, by_itself=True))
        if lesson.promoted:
            self._services.news.model_changed.emit()
        self._choose_after_refresh = lesson.version
        self.refresh()

    def _on_stopped(self, paused: bool) -> None:
        self._show_running(False)
        self._by_itself = False
        self._say(
            lambda: (
                self.tr("The deep lesson is paused. Continue when you like, also tomorrow.")
                if paused
                else self.tr("The lesson was cancelled: the shop is as it was.")
            )
        )
        self.refresh()

    def _on_failed(self, failure: Sentence) -> None:
        self._show_running(False)
        if not self._by_itself:  # nobody asked for it
            self._say(lambda: in_words(failure))
        self._by_itself = False
        self.refresh()

    # The lessons there are

    def compare_chosen(self) -> None:
        """Look for photos that the chosen lesson answers otherwise."""
        self.chosen.compare()

    def _on_failure(self, failure: Sentence) -> None:
        self._say(lambda: in_words(failure))
        self.refresh()

    def _on_lessons(self, lessons: Lessons) -> None:
        chosen = self.chosen.row
        before = self._choose_after_refresh
        if before is None and chosen is not None and self.shown is not None:
            before = chosen.version or ""
        self.shown, self._choose_after_refresh = lessons, None
        self.start_view.show_lessons(lessons)
        self.lessons.show_lessons(lessons.lessons, lessons.in_use, lessons.network)
        self._make_room()
        row = self.lessons.row_of(before or None) if before is not None else self.lessons.row_in_use()
        self.list.setCurrentIndex(self.lessons.index(max(0, row), 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.chosen.stop_comparing()
        self._allow(True)

    def _allow(self, allow: bool) -> None:
        writable = self.shown is not None and self.shown.writable
        self.chosen.allow(allow and writable and not self.runner.is_running)

    def _on_using(self, words: Callable[[], str]) -> None:
        self._say(words)
        self._allow(False)

    def _on_used(self, words: Callable[[], str]) -> None:
        self._say(words)
        self._services.news.model_changed.emit()
        self.refresh()

    def _discard(self) -> None:
        self._jobs.run(
            lambda shop, _report: discard_unfinished(shop),
            success=lambda _nothing: self.refresh(),
            failure=self._on_failure,
            lane=Lane.LEARNING,
        )

    # What is shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter uses the chosen lesson, Del removes it."""
        if self.list.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.use()
        elif self.list.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.chosen.remove()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._intro.setText(
            self.tr(
                "A lesson learns what your products look like at the counter. It is put in use only if it "
                "proves better on photos that it did not learn from, and one click goes back."
            )
        )
        self._list_title.setText(self.tr("Lessons of this shop"))
        self.list.setAccessibleName(self.tr("Lessons of this shop"))
        self._say(self._words)
        self.lessons.retranslate()

    def _say(self, words: Callable[[], str]) -> None:
        self._words = words
        self._said.setText(words())
        self._said.setVisible(bool(self._said.text()))

    def _show_running(self, running: bool) -> None:
        self.run_view.setVisible(running)
        self._make_room()
        self._allow(not running)

    def _on_comparison(self, shown: bool) -> None:
        self._comparison_shown = shown
        self._make_room()

    def _make_room(self) -> None:
        """Examples need the room of what could be started next."""
        self.start_view.setVisible(not self.runner.is_running and not self._comparison_shown)
        is_new = self.lessons.rowCount() <= 1  # nothing was taught yet
        self._intro.setVisible(is_new and not self._comparison_shown)

    def _build(self, services: PageServices) -> None:
        self.list.setModel(self.lessons)
        self.list.setItemDelegate(LessonDelegate(services.themes, self))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.run_view.hide()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._list_title)
        left.addWidget(self.list, 1)
        halves = QHBoxLayout()
        halves.setSpacing(32)
        halves.addLayout(left)
        halves.addWidget(self.lesson_view, 1)
        self.list.setMinimumHeight(_LIST_HEIGHT)
        inside = QWidget(self)
        area = scrolling(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._intro, self.start_view, self.run_view, self._said):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(halves, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        start, run = self.start_view, self.run_view
        start.quick_wanted.connect(self.runner.start_quick)
        start.deep_wanted.connect(self.runner.start_deep)
        start.resume_wanted.connect(self.runner.resume_deep)
        start.discard_wanted.connect(self._discard)
        start.photos_wanted.connect(self.photos_wanted)
        run.pause_wanted.connect(self.pause)
        run.cancel_wanted.connect(self.cancel)
        self.runner.began.connect(self._on_began)
        self.runner.quick_progressed.connect(run.show_progress)
        self.runner.deep_progressed.connect(run.show_deep)
        self.runner.taught.connect(self._on_taught)
        self.runner.stopped.connect(self._on_stopped)
        self.runner.failed.connect(self._on_failed)
        self.chosen.using.connect(self._on_using)
        self.chosen.said.connect(self._say)
        self.chosen.used.connect(self._on_used)
        self.chosen.removed.connect(self.refresh)
        self.chosen.failed.connect(self._on_failure)
        self.lesson_view.comparison_shown.connect(self._on_comparison)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_chosen())


def _exchange(shop: Shop, report: ReportProgress) -> list[Lesson]:
    from core.hub.lessons.exchanging import exchange_lessons  # the driver comes with it

    return exchange_lessons(shop, report)
