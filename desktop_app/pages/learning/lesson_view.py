"""One lesson: what it gained and how sure that is, what it learned from, and real photos that it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from core.messages import Sentence
from core.progress import Progress
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.durations import duration
from desktop_app.look.language import Translated, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.learning.changes.delegate import ChangeDelegate
from desktop_app.pages.learning.changes.model import ChangeModel
from desktop_app.pages.learning.lesson_model import LessonRow
from desktop_app.pages.learning.wording import before_after, lesson_name, moment, points
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.charts.gain_bar import GainBar
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import selectable, text_label

if TYPE_CHECKING:
    from core.measuring.changed_answers import ChangedAnswers


class LessonView(Translated, QWidget):
    """Shows a lesson; what the buttons do is the page's business."""

    use_wanted = Signal()
    remove_wanted = Signal()
    compare_wanted = Signal()
    comparison_shown = Signal(bool)
    """Whether examples are shown, which need all the room there is."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: LessonRow | None = None
        self._may_change = False
        self._changes: ChangedAnswers | None = None
        self._failure: Sentence | None = None
        self._step = Progress("", 0, 0)
        self._title = text_label("title", wrap=True)
        self._figures = selectable(text_label("display"))
        self._caption = text_label("muted", wrap=True)
        self.gain = GainBar(themes, points, self)
        self._reason = selectable(text_label("body", wrap=True))
        self._facts = selectable(text_label("muted", wrap=True))
        self.use_button = IconButton(themes, "match", "primary", self)
        self.compare_button = IconButton(themes, "picture", "plain", self)
        self.remove_button = IconButton(themes, "remove", "quiet", self)
        self.use_button.clicked.connect(self.use_wanted)
        self.compare_button.clicked.connect(self.compare_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)
        self._busy = BusyLine(themes, self)
        self._changes_words = text_label("body", wrap=True)
        self.gained_button, self.lost_button = QPushButton(self), QPushButton(self)
        self.close_button = IconButton(themes, "close", "quiet", self)
        self.changes = ChangeModel(self)
        self.list = QListView(self)
        self._build(themes, thumbnails)
        self.retranslate()

    def show_row(self, row: LessonRow | None, *, may_change: bool) -> None:
        """Show a lesson; its examples are asked for anew.

        Args:
            may_change: whether the shop can be changed now.
        """
        if row is None or self._row is None or row.version != self._row.version:
            self._changes = self._failure = None
            self._busy.set_busy(False)
            self.changes.show_changes(())
            self.comparison_shown.emit(False)
        self._row, self._may_change = row, may_change
        self.retranslate()

    @property
    def is_comparing(self) -> bool:
        """Whether examples are being looked for."""
        return self._busy.is_busy

    def show_comparing(self) -> None:
        """The examples are being looked for."""
        self._changes = self._failure = None
        self._step = Progress("", 0, 0)
        self.changes.show_changes(())
        self._busy.set_busy(True)
        self.retranslate()

    def show_step(self, step: Progress) -> None:
        """How far the search for examples is."""
        self._step = step
        self._retranslate_changes()

    def show_changes(self, changes: ChangedAnswers) -> None:
        """Show photos that were answered otherwise before."""
        self._changes = changes
        self._busy.set_busy(False)
        self.comparison_shown.emit(True)
        side = self.gained_button if changes.gained or not changes.lost else self.lost_button
        side.setChecked(True)
        self._show_side()
        self.retranslate()

    def close_comparison(self) -> None:
        """Put the examples away."""
        self._changes = self._failure = None
        self.changes.show_changes(())
        self.comparison_shown.emit(False)
        self.retranslate()

    def show_failure(self, failure: Sentence) -> None:
        """There are no examples, and why."""
        self._failure = failure
        self._busy.set_busy(False)
        self.retranslate()

    def _show_side(self) -> None:
        if self._changes is not None:
            gained = self.gained_button.isChecked()
            self.changes.show_changes(self._changes.gained if gained else self._changes.lost)

    def _build(self, themes: ThemeSwitch, thumbnails: Thumbnails) -> None:
        sides = QButtonGroup(self)
        switch = QHBoxLayout()
        switch.setSpacing(8)
        for button in (self.gained_button, self.lost_button):
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            button.setAutoDefault(False)
            sides.addButton(button)
            switch.addWidget(button)
        switch.addStretch(1)
        switch.addWidget(self.close_button)
        self.close_button.clicked.connect(self.close_comparison)
        self.gained_button.setChecked(True)
        sides.buttonToggled.connect(lambda _button, _on: self._show_side())
        self.list.setModel(self.changes)
        self.list.setItemDelegate(ChangeDelegate(themes, thumbnails, self))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMinimumHeight(140)
        self._viewport = self.list.viewport()
        thumbnails.ready.connect(lambda _path: self._viewport.update())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.use_button, self.compare_button, self.remove_button):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        figures = QHBoxLayout()
        figures.setSpacing(32)
        figures.addWidget(self._figures)
        figures.addWidget(self.gain, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(figures)
        for label in (self._caption, self._reason, self._facts):
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self._busy)
        column.addWidget(self._changes_words)
        column.addLayout(switch)
        column.addWidget(self.list, 1)
        self._filler = QWidget(self)
        column.addWidget(self._filler, 1)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        row = self._row
        self.setEnabled(row is not None)
        lesson = row.lesson if row is not None else None
        self._title.setText(lesson_name(lesson) if row is not None else "")
        measured = lesson is not None and lesson.before_top1 is not None
        self._figures.setText(before_after(lesson) if lesson is not None and measured else "")
        self._caption.setText(self._caption_in_words())
        self.gain.setAccessibleName(self.tr("Gain with its 95 % interval, in photos of 100"))
        self.gain.show_interval(lesson.gain_interval if lesson is not None else None)
        told = [] if lesson is None else [lesson.reason, lesson.witnesses]
        reasons = [in_words(one) for one in told if one is not None]
        self._reason.setText("\n".join(reasons) or self._plain_in_words())
        self._facts.setText(self._facts_in_words())
        for label in (self._figures, self._caption, self._facts):
            label.setVisible(bool(label.text()))
        in_use = row is not None and row.state == "in use"
        self.use_button.setText(self._use_in_words())
        self.use_button.setEnabled(self._may_change and not in_use)
        self.compare_button.setText(self.tr("Compare on real photos"))
        self.compare_button.setVisible(lesson is not None)
        self.compare_button.setEnabled(not self._busy.is_busy)
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.setVisible(lesson is not None)
        self.remove_button.setEnabled(self._may_change and not in_use)
        self.changes.retranslate()
        self._retranslate_changes()

    def _retranslate_changes(self) -> None:
        changes = self._changes
        if self._failure is not None:
            words = in_words(self._failure)
        elif self._busy.is_busy:
            words = self.tr("Searching with photos from the shop, without and with the lesson…")
            if self._step.total:
                words += f" {self._step.done} / {self._step.total}"
        elif changes is not None:
            words = self.tr(
                "Of {count} photos from the shop that it did not learn from, these are answered otherwise:"
            ).format(count=QLocale().toString(changes.examined))
        else:
            words = ""
        self._changes_words.setText(words)
        self._changes_words.setVisible(bool(words))
        gained, lost = (len(changes.gained), len(changes.lost)) if changes is not None else (0, 0)
        self.gained_button.setText(self.tr("Now right: {count}").format(count=gained))
        self.lost_button.setText(self.tr("Now wrong: {count}").format(count=lost))
        self.close_button.setText(self.tr("Close"))
        for widget in (self.gained_button, self.lost_button, self.close_button, self.list):
            widget.setVisible(changes is not None)
        self._filler.setVisible(changes is None)
        self.list.setAccessibleName(self.tr("Photos that are answered otherwise"))

    def _use_in_words(self) -> str:
        row = self._row
        if row is not None and row.state == "in use":
            return self.tr("In use")
        return (
            self.tr("Use this one")
            if row is None or row.lesson is not None
            else self.tr("Use it as it comes")
        )

    def _caption_in_words(self) -> str:
        row = self._row
        if row is None or row.lesson is None or row.lesson.before_top1 is None:
            return ""
        return self.tr(
            "The right product comes first, before and after, on %n held-out photo(s)",
            "",
            row.lesson.held_out,
        )

    def _plain_in_words(self) -> str:
        row = self._row
        if row is None:
            return ""
        return self.tr(
            "The network {network} as it comes, with nothing learned about this shop. You can always go back "
            "to it."
        ).format(network=row.network)

    def _facts_in_words(self) -> str:
        lesson = self._row.lesson if self._row is not None else None
        if lesson is None:
            return ""
        return self.tr("{date} · learned from {count} photos · took {time}").format(
            date=moment(lesson.created),
            count=QLocale().toString(lesson.examples),
            time=duration(lesson.seconds),
        )
