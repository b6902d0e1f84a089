"""While counting: the webcam, what was counted last, the one line to type into, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.stocktake.views.stock_lists import StockLists
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.drop_frame import DropFrame
from desktop_app.widgets.fields.count_field import CountField
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.verdict_banner import Mark, VerdictBanner

if TYPE_CHECKING:
    from core.stocktake.standing import Standing


class StocktakeCountView(QWidget):
    """Shows a count; the page counts."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self.banner = VerdictBanner(themes, self)
        self.field = CountField(self)
        self.eye_words = text_label("section")
        self.begin_anew_button = IconButton(themes, "camera", "quiet", self)
        self.drop_frame = DropFrame(themes, self)
        self._drop_title = text_label("title", wrap=True)
        self._drop_text = text_label("muted", wrap=True)
        self.counts = text_label("strong")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.lists = StockLists(themes, thumbnails, self.field, self)
        self.busy = BusyLine(themes, self)
        self.beep = QCheckBox(self)
        self.speech = QCheckBox(self)
        self.undo_button = IconButton(themes, "undo", parent=self)
        self.doubts_button = IconButton(themes, "unsure", parent=self)
        self.throw_away_button = IconButton(themes, "close", "quiet", self)
        self.finish_button = IconButton(themes, "stocktake", "primary", self)
        self.setFocusProxy(self.field)
        self.setAcceptDrops(True)
        self._build()

    def show_standing(self, standing: Standing) -> None:
        """How the count is now."""
        self._standing = standing
        self.lists.show_standing(standing)
        self.retranslate()

    def set_camera(self, camera: QWidget | None) -> None:
        """Show the webcam, or where to drop pictures."""
        if camera is not None and self._left.indexOf(camera) < 0:
            self._left.addWidget(camera)
        self._left.setCurrentWidget(camera or self.drop_frame)
        self.begin_anew_button.setVisible(camera is not None)
        self.eye_words.setVisible(camera is not None)

    def say(self, mark: Mark, headline: str, detail: str) -> None:
        """What happened, large."""
        self.banner.say(mark, headline, detail)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.field.setPlaceholderText(self.tr("Scan or type a product, or how many"))
        self.field.setAccessibleName(self.tr("Product or quantity"))
        self.begin_anew_button.setText(self.tr("The view is empty now"))
        self._drop_title.setText(self.tr("No webcam: scan, type, or drop pictures here"))
        self._drop_text.setText(self.tr("Each picture counts as one piece."))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.beep.setText(self.tr("Sounds"))
        self.speech.setText(self.tr("Speak"))
        self.undo_button.setText(self.tr("Undo"))
        self.undo_button.setToolTip(self.tr("Ctrl+Z"))
        self.throw_away_button.setText(self.tr("Throw away"))
        self.finish_button.setText(self.tr("See the differences"))
        self.finish_button.setToolTip(self.tr("Ctrl+Enter"))
        self.lists.retranslate()
        tally = self._standing.tally if self._standing is not None else None
        if tally is None:
            return
        number = QLocale().toString
        self.counts.setText(
            self.tr("{done} of {all} products · pieces: {pieces}").format(
                done=number(tally.products), all=number(tally.all_products), pieces=number(tally.pieces)
            )
        )
        self.bar.setRange(0, max(1, tally.all_products))
        self.bar.setValue(min(tally.products, tally.all_products))
        self.doubts_button.setText(self.tr("Put aside ({count})").format(count=number(tally.doubts)))
        self.doubts_button.setEnabled(tally.doubts > 0)
        self.undo_button.setEnabled(bool(self._standing is not None and self._standing.counted))

    def _build(self) -> None:
        dropping = QVBoxLayout(self.drop_frame)
        dropping.addStretch(1)
        for label in (self._drop_title, self._drop_text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            dropping.addWidget(label)
        dropping.addStretch(1)
        self._left = QStackedWidget(self)
        self._left.addWidget(self.drop_frame)
        eye = QHBoxLayout()
        eye.addWidget(self.eye_words, 1)
        eye.addWidget(self.begin_anew_button)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.banner)
        left.addWidget(self._left, 1)
        left.addLayout(eye)
        left.addWidget(self.field)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.counts)
        right.addWidget(self.bar)
        right.addSpacing(4)
        right.addWidget(self.lists, 1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(left, 6)
        columns.addLayout(right, 5)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.doubts_button)
        foot.addSpacing(16)
        foot.addWidget(self.beep)
        foot.addSpacing(8)
        foot.addWidget(self.speech)
        foot.addStretch(1)
        foot.addWidget(self.throw_away_button)
        foot.addWidget(self.finish_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(columns, 1)
        column.addWidget(self.busy)
        column.addLayout(foot)
        self.set_camera(None)
