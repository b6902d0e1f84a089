"""Photos that are copies of one another, a group at a time: the best stays, the others are taken off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.messages import Sentence
from core.progress import Progress
from core.steps.undo import undo_step
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.pages.catalog.duplicates.copies import find_copies, keep
from desktop_app.pages.catalog.duplicates.photo_side import PhotoSide
from desktop_app.pages.catalog.duplicates.work import PairWork
from desktop_app.pages.shop_page import PageServices
from desktop_app.program.user_name import user_name
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.catalog.edits.edit_log import Edit
    from core.catalog.photos.photos import Photo
    from desktop_app.pages.catalog.duplicates.copies import ShownCopies

MOST_SHOWN = 2
"""Of the others; how many more there are is said."""


class CopiesDialog(Translated, QDialog):
    """Left and Right go through the groups; K keeps the best of the one that is shown."""

    changed = Signal()
    """Photos were taken off, or that was taken back."""

    def __init__(
        self, services: PageServices, groups: Sequence[Sequence[Photo]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.groups: tuple[ShownCopies, ...] = ()
        self.place = 0
        self._kept: list[tuple[frozenset[int], int]] = []  # places, and the edit that kept their best
        self._note: Callable[[], str] | None = None
        self._closes = self._is_read = False
        themes, thumbnails = services.themes, services.thumbnails
        self._title, self._counted = text_label("title"), text_label("muted")
        self.why = text_label("body", wrap=True)
        self.busy = BusyLine(themes, self)
        self._work = PairWork(services.shop_jobs, self.busy, self)
        self.sides = [PhotoSide(themes, thumbnails, stays=number == 0) for number in range(1 + MOST_SHOWN)]
        self.keep_button = IconButton(themes, "check", "primary", self)
        self.all_button = IconButton(themes, "check", parent=self)
        self.undo_button = IconButton(themes, "undo", "quiet", self)
        self.before_button = IconButton(themes, "left", "quiet", self)
        self.next_button = IconButton(themes, "right", "quiet", self)
        self._close = QPushButton(self)
        self._build()
        self._connect()
        self.resize(880, 560)
        self.retranslate()
        self._work.read(
            lambda shop, progress: find_copies(shop, groups, progress), self._on_found, self._on_progress
        )

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

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Copied photos"))
        self._title.setText(self.tr("One photo, several times"))
        self.keep_button.setText(self.tr("Keep the best"))
        self.keep_button.setToolTip(self.tr("The left one stands for the others, with every product (K)"))
        self.undo_button.setText(self.tr("Undo"))
        self.before_button.setAccessibleName(self.tr("Group before"))
        self.next_button.setAccessibleName(self.tr("Next group"))
        self._close.setText(self.tr("Close"))
        self._write()

    def _on_progress(self, progress: Progress) -> None:
        share = f" {progress.done / progress.total:.0%}" if progress.total else ""
        self._counted.setText(f"{core_text(progress.stage)}…{share}")

    def _on_found(self, groups: tuple[ShownCopies, ...]) -> None:
        self.groups, self._is_read = groups, True
        self._write()
        self.keep_button.setFocus()

    def _on_failure(self, failure: Sentence) -> None:
        self._note = lambda: in_words(failure)
        self._write()

    # Deciding

    @property
    def _open(self) -> list[int]:
        """Places of groups of which nothing was decided yet."""
        kept = {place for places, _edit in self._kept for place in places}
        return [place for place in range(len(self.groups)) if place not in kept]

    def _turn(self, by: int) -> None:
        if not self.is_busy and 0 <= self.place + by < len(self.groups):
            self.place += by
            self._note = None
            self._write()

    def _keep(self, places: Sequence[int]) -> None:
        wanted = [place for place in places if place in self._open]
        if wanted and not self.is_busy:
            chosen = [self.groups[place].chosen for place in wanted]
            self._work.change(
                lambda shop: keep(shop, chosen), lambda edit: self._on_kept(frozenset(wanted), edit)
            )

    def _on_kept(self, places: frozenset[int], edit: Edit | None) -> None:
        self._kept.append((places, -1 if edit is None else edit.id))
        self._note = lambda: self.tr("Kept the best of %n group(s).", "", len(places))
        self.place = next(iter(self._open), self.place)
        self.changed.emit()
        self._write()
        self.keep_button.setFocus()  # a button that could not be pressed for a moment has lost it

    def _undo(self) -> None:
        if self._kept and not self.is_busy:
            edit = self._kept[-1][1]
            self._work.change(
                lambda shop: undo_step(shop, who=user_name(), only=edit) if edit >= 0 else None,
                lambda _turned: self._on_undone(),
            )

    def _on_undone(self) -> None:
        places, _edit = self._kept.pop()
        self.place = min(places)
        self._note = lambda: self.tr("Undone.")
        self.changed.emit()
        self._write()

    def _on_changed(self) -> None:
        if self._closes:  # last, for it stops what the telling began to read
            self.accept()

    # Showing

    def _write(self) -> None:
        """Show the group in its place, and allow what can be done."""
        note = self._note() if self._note is not None else ""
        shown = self.groups[self.place] if self.groups else None
        for widget in (self._title, self.before_button, self.next_button):
            widget.setVisible(shown is not None)
        photos = [] if shown is None else [shown.best, *shown.others]
        for number, side in enumerate(self.sides):
            side.setVisible(number < len(photos))
            if number < len(photos):
                is_last = number == MOST_SHOWN
                side.show_photo(photos[number], len(photos) - len(self.sides) if is_last else 0)
        is_open = self.place in self._open
        if shown is None:
            none = self.tr("No photo of this shop is a copy of another.")
            self._counted.setText(note or (none if self._is_read else self.tr("Looking through the shop…")))
        else:
            self._counted.setText("   ".join(filter(None, (f"{self.place + 1} / {len(self.groups)}", note))))
            self.why.setText(in_words(shown.chosen.why) if is_open else self.tr("This group is decided."))
        left = len(self._open)
        self.all_button.setText(self.tr("Keep the best of all %n", "", left))
        self.all_button.setVisible(left > 1)
        self.keep_button.setEnabled(is_open and not self.is_busy)
        self.all_button.setEnabled(not self.is_busy)
        self.undo_button.setEnabled(bool(self._kept) and not self.is_busy)
        self.before_button.setEnabled(self.place > 0)
        self.next_button.setEnabled(self.place + 1 < len(self.groups))

    def _build(self) -> None:
        self.setModal(True)
        head, sides, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self.before_button, self.next_button):
            button.setFixedWidth(44)
            head.addWidget(button)
        sides.setSpacing(24)
        for side in self.sides:
            sides.addWidget(side, 1)
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        for widget in (self._close, self.all_button, self.keep_button):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._counted)
        column.addWidget(self.busy)
        column.addLayout(sides, 1)
        column.addWidget(self.why)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._work.begun.connect(self._write)
        self._work.failed.connect(self._on_failure)
        self._work.changed.connect(self._on_changed)
        for button, act, key in (
            (self.keep_button, lambda: self._keep([self.place]), "K"),
            (self.undo_button, self._undo, "Ctrl+Z"),
            (self.before_button, lambda: self._turn(-1), "Left"),
            (self.next_button, lambda: self._turn(1), "Right"),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
            QShortcut(QKeySequence(key), self, act)
        self.all_button.clicked.connect(lambda: self._keep(range(len(self.groups))))
        self._close.clicked.connect(self.accept)
        self._close.setAutoDefault(False)
        self.all_button.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
