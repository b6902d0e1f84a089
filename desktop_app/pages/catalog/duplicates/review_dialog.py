"""What both dialogs of duplicates are: places that are gone through, each decided; the last one is undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from core.messages import Sentence
from core.progress import Progress
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.pages.catalog.duplicates.work import PairWork
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.button_row import button_row
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label


class ReviewDialog(Translated, QDialog):
    """Left and Right go through the places; who inherits shows them, and says what is done there."""

    changed = Signal()
    """Something was changed in the shop, or that was taken back."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closes = False
        self._note: Callable[[], str] | None = None
        themes = services.themes
        self._title, self._counted = text_label("title"), text_label("muted")
        self.why = text_label("body", wrap=True)
        self.busy = BusyLine(themes, self)
        self._work = PairWork(services.shop_jobs, self.busy, self)
        self.undo_button = IconButton(themes, "undo", "quiet", self)
        self.before_button = IconButton(themes, "left", "quiet", self)
        self.next_button = IconButton(themes, "right", "quiet", self)
        self._close = QPushButton(self)
        self._work.begun.connect(self._write)
        self._work.failed.connect(self._on_failure)
        self._work.changed.connect(self._on_changed)
        self._close.clicked.connect(self.accept)
        self._close.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)

    @property
    def is_busy(self) -> bool:
        """Whether it waits for the shop."""
        return self._work.is_busy

    def done(self, result: int) -> None:
        """Close it, and stop looking; once a change that is under way has ended."""
        if self._work.is_changing:
            self._closes = True
            return
        self._work.stop_reading()
        super().done(result)

    def _write(self) -> None:
        """Say where it is, and allow what can be done."""
        raise NotImplementedError

    def _turn(self, by: int) -> None:
        """Go on, or back."""
        raise NotImplementedError

    def _undo(self) -> None:
        """Take the last decision back."""
        raise NotImplementedError

    def _on_progress(self, progress: Progress) -> None:
        share = f" {progress.done / progress.total:.0%}" if progress.total else ""
        self._counted.setText(f"{core_text(progress.stage)}…{share}")

    def _on_failure(self, failure: Sentence) -> None:
        self._note = lambda: in_words(failure)
        self._write()

    def _on_changed(self) -> None:
        if self._closes:  # last, for it stops what the telling began to read
            self.accept()

    def _count(self, place: int, count: int) -> None:
        """Say which of how many it is, and what was done last."""
        note = self._note() if self._note is not None else ""
        self._counted.setText("   ".join(filter(None, (f"{place + 1} / {count}", note))))

    def _put_together(
        self, sides: Sequence[QWidget], left: Sequence[QWidget], right: Sequence[QWidget]
    ) -> None:
        """The title above, ``sides`` beside one another, and buttons to the left and right below."""
        head, middle = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self.before_button, self.next_button):
            button.setFixedWidth(44)
            head.addWidget(button)
        middle.setSpacing(24)
        for side in sides:
            middle.addWidget(side, 1)
        foot = button_row((self.undo_button, *left), right)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        parts: tuple[QWidget | QLayout, ...] = (head, self._counted, self.busy, middle, self.why, foot)
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part, 1 if part is middle else 0)

    def _connect(self, acts: Sequence[tuple[QPushButton, Callable[[], object], str]]) -> None:
        """Let buttons act, and their keys ("" for none), beside those that all such dialogs have."""
        always = (
            (self.undo_button, self._undo, "Ctrl+Z"),
            (self.before_button, lambda: self._turn(-1), "Left"),
            (self.next_button, lambda: self._turn(1), "Right"),
        )
        for button, act, key in (*acts, *always):
            button.clicked.connect(lambda _checked=False, act=act: act())
            if key:
                QShortcut(QKeySequence(key), self, act)
