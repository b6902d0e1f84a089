"""What was counted in a film, product by product, to be booked in the stocktake as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.models.verdict import MATCH_AT
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.several.booking import Booking
from desktop_app.pages.search.several.group_rows import GroupRows
from desktop_app.pages.search.several.pieces import grouped
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from core.filmed.film_count import FilmCount


class FilmBookingDialog(Translated, QDialog):
    """The numbers can be put right before they are booked; Ctrl+Enter books what is ticked, Ctrl+Z undoes."""

    def __init__(
        self, themes: ThemeSwitch, jobs: ShopJobs, count: FilmCount, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.booking = Booking(jobs, self)
        self._heading, self._told = text_label("title"), text_label("muted", wrap=True)
        self.rows = GroupRows(self)
        self.busy = BusyLine(themes, self)
        self.undo_button = IconButton(themes, "undo", "quiet", self)
        self.count_button = IconButton(themes, "stocktake", "primary", self)
        self._close = QPushButton(self)
        self._close.setAutoDefault(False)
        self._lay_out()
        self.rows.changed.connect(self._write)
        self.booking.changed.connect(self._on_booked)
        self.count_button.clicked.connect(self._count)
        self.undo_button.clicked.connect(self.booking.undo)
        self._close.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._count)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.booking.undo)
        pieces = ((piece.product, piece.confidence >= MATCH_AT) for piece in count.pieces)
        self.rows.show_groups(grouped(pieces))
        self.resize(520, 560)
        self.retranslate()
        self.count_button.setFocus()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Count in the stocktake"))
        self._heading.setText(self.tr("What the film shows"))
        self.undo_button.setText(self.tr("Undo"))
        self.count_button.setText(self.tr("Count in the stocktake"))
        self.count_button.setToolTip(
            self.tr("All that is ticked, as one step (Ctrl+Enter). Where no count is under way, one begins.")
        )
        self._close.setText(self.tr("Close"))
        self._write()

    def _count(self) -> None:
        self.booking.count(self.rows.ticked)

    def _on_booked(self) -> None:
        self.busy.set_busy(self.booking.is_changing)
        self._write()
        if not self.booking.is_changing:
            (self.undo_button if self.booking.is_counted else self.count_button).setFocus()

    def _write(self) -> None:
        """Say what came of it, and allow what can be done."""
        estimate = self.tr("A film gives an estimate: put the numbers right before you count them.")
        self._told.setText(self.booking.words() or estimate)
        is_free, is_counted = not self.booking.is_changing, self.booking.is_counted
        self.count_button.setEnabled(bool(self.rows.ticked) and is_free and not is_counted)
        self.undo_button.setEnabled(is_free and is_counted)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self.count_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (self._heading, self._told, self.busy):
            column.addWidget(part)
        column.addWidget(scrolling(self.rows), 1)
        column.addLayout(foot)
