"""A lesson that is being given: how far it is, its curves where it has some, pause and cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from core.progress import Progress
from desktop_app.look.durations import duration
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.learning.wording import percent
from desktop_app.widgets.charts.line_chart import LineChart
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.learning.deep.listener import DeepProgress


class LearningRunView(Translated, QFrame):
    """Shows progress; what the buttons do is the page's business."""

    pause_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._is_deep = False
        self._ending = ""
        self._progress: Progress | None = None
        self._deep: DeepProgress | None = None
        self._title = text_label("strong")
        self._stage = text_label("body", wrap=True)
        self._left = text_label("muted")
        self._doubt = text_label("body", wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.pause_button = IconButton(themes, "pause", "plain", self)
        self.cancel_button = IconButton(themes, "close", "plain", self)
        self.pause_button.clicked.connect(self.pause_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.loss = LineChart(themes, lambda value: QLocale().toString(value, "f", 2), self)
        self.accuracy = LineChart(themes, percent, self)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._stage)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.pause_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignTop)
        charts = QHBoxLayout()
        charts.setSpacing(32)
        charts.addWidget(self.loss)
        charts.addWidget(self.accuracy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self._left)
        column.addWidget(self._doubt)
        column.addLayout(charts, 1)
        self.retranslate()

    def begin(self, *, deep: bool) -> None:
        """A lesson starts."""
        self._is_deep = deep
        self._ending = ""
        self._progress = self._deep = None
        self.bar.setRange(0, 0)
        for chart in (self.loss, self.accuracy):
            chart.show_points(())
            chart.setVisible(deep)
        self.pause_button.setVisible(deep)
        self.pause_button.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """How far a quick lesson is; its bar moves once from end to end, whatever stages there are."""
        self._progress = progress
        done, total = progress.bar
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.retranslate()

    def show_deep(self, deep: DeepProgress) -> None:
        """How far a deep lesson is."""
        self._deep = deep
        self.bar.setRange(0, deep.total)
        self.bar.setValue(deep.done)
        self.loss.show_points([(point.epoch, point.loss) for point in deep.points], end=deep.epochs)
        self.accuracy.show_points(
            [(point.epoch, point.held_out_top1) for point in deep.points if point.held_out_top1 is not None],
            mark=deep.before_top1,
            end=deep.epochs,
        )
        self.retranslate()

    def is_ending(self, words: str) -> None:
        """The wish was heard; it takes effect at the lesson's next step."""
        self._ending = words
        self.pause_button.setEnabled(False)
        self.cancel_button.setEnabled(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(
            self.tr("A deep lesson is running") if self._is_deep else self.tr("A quick lesson is running")
        )
        self._stage.setText(self._ending or self._stage_in_words())
        self._left.setText(self._time_in_words())
        self._left.setVisible(bool(self._left.text()))
        doubt = None if self._deep is None else self._deep.doubt
        self._doubt.setText("" if doubt is None else in_words(doubt))
        self._doubt.setVisible(doubt is not None)
        self.bar.setAccessibleName(self.tr("Progress of the lesson"))
        self.pause_button.setText(self.tr("Pause"))
        self.cancel_button.setText(self.tr("Cancel"))
        waiting = self.tr("The curve begins with the first pass over the photos.")
        self.loss.name(self.tr("Loss: how far off the network is"), "", waiting)
        self.accuracy.name(self.tr("Right at once, on held-out photos"), self.tr("Today:"), waiting)

    def _stage_in_words(self) -> str:
        if self._deep is not None:
            stage = core_text(self._deep.stage.value)
            if self._deep.epochs and self._deep.points:
                passes = self.tr("pass {epoch} of {epochs} over the photos").format(
                    epoch=QLocale().toString(int(self._deep.epoch) + 1), epochs=self._deep.epochs
                )
                return f"{stage}: {passes}"
            return stage
        if self._progress is not None:
            return core_text(self._progress.stage)
        return self.tr("Getting ready…")

    def _time_in_words(self) -> str:
        if self._deep is None:
            return ""
        taken = self.tr("{time} so far").format(time=duration(self._deep.seconds))
        if self._deep.seconds_left is None:
            return taken
        left = self.tr("about {time} left").format(time=duration(self._deep.seconds_left))
        return f"{left} · {taken}"
