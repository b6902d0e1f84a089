"""What one does with the chosen lesson: put it in use, remove it, see what it answers otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListView, QMessageBox

from core.ingest.model_switch import switch_model
from core.progress import Progress, ReportProgress
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import core_text
from desktop_app.look.wording import together
from desktop_app.pages.learning.lesson_model import LessonModel, LessonRow
from desktop_app.pages.learning.lesson_view import LessonView
from desktop_app.pages.learning.wording import lesson_name
from desktop_app.widgets.message_box import MessageBox

if TYPE_CHECKING:
    from core.measuring.changed_answers import ChangedAnswers
    from core.models.lesson_record import Lesson
    from core.shop.shop import Shop


class ChosenLesson(QObject):
    """The lesson that is chosen in ``view``'s list and shown by ``lesson_view``.

    Words come as functions that give them in the language of now.
    """

    using = Signal(object)
    """It is being put in use: words."""
    said = Signal(object)
    """How far that is: words."""
    used = Signal(object)
    """It is in use: words."""
    removed = Signal()
    failed = Signal(object)
    """Sentence: why it cannot be put in use or removed."""

    def __init__(
        self,
        jobs: ShopJobs,
        view: QListView,
        lessons: LessonModel,
        lesson_view: LessonView,
    ) -> None:
        super().__init__(view)
        self._jobs = jobs
        self._list = view
        self._lessons = lessons
        self._view = lesson_view
        self._comparing = Question(jobs)
        self._compared: str | None = None
        lesson_view.use_wanted.connect(self.use)
        lesson_view.remove_wanted.connect(self.remove)
        lesson_view.compare_wanted.connect(self.compare)

    @property
    def row(self) -> LessonRow | None:
        """The lesson that is chosen, if any."""
        return self._lessons.at(self._list.currentIndex().row())

    def allow(self, may_change: bool) -> None:
        """Show it, and whether it may be put in use or removed now."""
        self._view.show_row(self.row, may_change=may_change)

    def use(self) -> None:
        """Put it in use."""
        row = self.row
        if row is None or not self._view.use_button.isEnabled():
            return
        version, name = row.version, lesson_name(row.lesson)
        self.using.emit(lambda: self.tr("Putting {lesson} in use…").format(lesson=name))
        self._jobs.run(
            lambda shop, report: switch_model(shop, version, report),
            success=lambda dropped: self.used.emit(lambda: self._in_use_words(row.lesson, dropped)),
            failure=self.failed.emit,
            progress=lambda progress: self.said.emit(lambda: _step(progress)),
            lane=Lane.LEARNING,
        )

    def _in_use_words(self, lesson: Lesson | None, dropped: int) -> str:
        """``dropped``: unlabelled photos of searches that the network below it cannot be shown."""
        text = self.tr("{lesson} is in use.").format(lesson=lesson_name(lesson))
        if dropped:
            text = together(
                text, self.tr("What another network saw on %n search(es) is forgotten.", "", dropped)
            )
        return text

    def remove(self) -> None:
        """Ask, then delete it."""
        row = self.row
        if row is None or row.version is None or not self._view.remove_button.isEnabled():
            return
        version = row.version
        box = MessageBox(
            QMessageBox.Icon.Question,
            self.tr("Remove {lesson}? What it learned cannot be brought back.").format(
                lesson=lesson_name(row.lesson)
            ),
            self._view.parentWidget(),
            QMessageBox.StandardButton.Cancel,
        )
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        remove.clicked.connect(lambda: self._remove(version))
        box.open()

    def compare(self) -> None:
        """Look for photos that it answers otherwise."""
        row = self.row
        if row is None or row.version is None:
            return
        version = row.version
        self._compared = version
        self._view.show_comparing()

        def work(shop: Shop, report: ReportProgress) -> ChangedAnswers:
            from core.measuring.changed_answers import changed_answers

            return changed_answers(shop, version, report)

        self._comparing.ask(
            work,
            self._view.show_changes,
            failure=self._view.show_failure,
            progress=self._view.show_step,
        )

    def stop_comparing(self) -> None:
        """Unless the same lesson is chosen still: nobody waits for these photos any more."""
        same = self.row is not None and self.row.version == self._compared
        if not same:
            self._comparing.drop()

    def _remove(self, version: str) -> None:
        self._jobs.run(
            lambda shop, _report: shop.searched_by.remove_lesson(version),
            success=lambda _nothing: self.removed.emit(),
            failure=self.failed.emit,
            lane=Lane.LEARNING,
        )


def _step(progress: Progress) -> str:
    return f"{core_text(progress.stage)}…"
