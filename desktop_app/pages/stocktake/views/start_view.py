"""Before a count: what is to be counted, and how the last one ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.stocktake.views.past_model import ended_when
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.stocktake.stocktake import Stocktake


class StocktakeStartView(QWidget):
    """Asks what to count."""

    begun = Signal(str, str)
    """Category and the beginning of the shelf places; empty for all."""
    brought_back = Signal()
    past_wanted = Signal()

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ended: Stocktake | None = None
        self._title = text_label("display", wrap=True)
        self._text = text_label("muted", wrap=True)
        self._category_label = text_label("section")
        self._place_label = text_label("section")
        self.categories = ChoiceBox(self)
        self.categories.addItem("", "")
        self.place = QLineEdit(self)
        self.place.returnPressed.connect(self._begin)
        self.begin_button = IconButton(themes, "stocktake", "primary", self)
        self.begin_button.clicked.connect(self._begin)
        self._last = text_label("muted")
        self.bring_back_button = IconButton(themes, "undo", "quiet", self)
        self.bring_back_button.clicked.connect(self.brought_back)
        self.past_button = IconButton(themes, "list", "quiet", self)
        self.past_button.clicked.connect(self.past_wanted)
        self.setFocusProxy(self.begin_button)
        self._build()
        self.retranslate()

    def show_choices(self, categories: Sequence[str]) -> None:
        """The shop's categories; what is chosen stays chosen."""
        kept = self.categories.currentData()
        while self.categories.count() > 1:
            self.categories.removeItem(1)
        for category in categories:
            self.categories.addItem(category, category)
        self.categories.setCurrentIndex(max(0, self.categories.findData(kept)))

    def show_last(self, ended: Stocktake | None) -> None:
        """How the last count ended."""
        self._ended = ended
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Count the stock"))
        self._text.setText(
            self.tr(
                "Hold product after product in front of the webcam, or scan them, or type their names. Every "
                "piece is saved at once. At the end you see the differences to the books, before anything "
                "is booked."
            )
        )
        self._category_label.setText(self.tr("Category"))
        self._place_label.setText(self.tr("Shelf place begins with"))
        self.categories.setAccessibleName(self.tr("Category"))
        self.categories.setItemText(0, self.tr("All products"))
        self.place.setAccessibleName(self.tr("Shelf place begins with"))
        self.place.setPlaceholderText(self.tr("Anywhere"))
        self.begin_button.setText(self.tr("Begin to count"))
        self._last.setVisible(self._ended is not None)
        self.bring_back_button.setVisible(self._ended is not None)
        self.past_button.setText(self.tr("Past counts"))
        self.past_button.setToolTip("Ctrl+H")
        self.past_button.setVisible(self._ended is not None)
        if self._ended is None:
            return
        shown = ended_when(self._ended)
        if self._ended.outcome == "booked":
            self._last.setText(self.tr("The last count was booked: {when}").format(when=shown))
            self.bring_back_button.setText(self.tr("Undo the booking"))
        else:
            self._last.setText(self.tr("The last count was thrown away: {when}").format(when=shown))
            self.bring_back_button.setText(self.tr("Bring it back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, as it does in the line; a list that is open takes it for itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.begin_button.hasFocus():
            self._begin()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self.begun.emit(str(self.categories.currentData()), self.place.text().strip())

    def _build(self) -> None:
        card = QFrame(self)
        card.setProperty("kind", "card")
        card.setMaximumWidth(640)
        choices = QHBoxLayout()
        choices.setSpacing(16)
        for label, field in ((self._category_label, self.categories), (self._place_label, self.place)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(field)
            choices.addLayout(column, 1)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(32, 28, 32, 28)
        inner.setSpacing(12)
        inner.addWidget(self._title)
        inner.addWidget(self._text)
        inner.addSpacing(8)
        inner.addLayout(choices)
        inner.addSpacing(12)
        inner.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._last)
        last.addWidget(self.bring_back_button)
        last.addWidget(self.past_button)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 10)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(8)
        column.addLayout(last)
        column.addStretch(3)
