"""The list of the last searches, below the button that opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QListView, QVBoxLayout, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.film import FRAME
from desktop_app.pages.search.desk.history import Visit
from desktop_app.pages.search.history.model import VISIT_ROLE, HistoryModel

_WIDTH = 360
_MOST_ROWS = 6


class HistoryPopup(QFrame):
    """Arrows move, Enter or a click goes there, Escape closes."""

    chosen = Signal(object)
    """Visit."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "floating")
        self.setFixedWidth(_WIDTH)
        self.model = HistoryModel(themes, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(FRAME + 8, FRAME))
        self.list.setProperty("kind", "ticks")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list)

    def open_below(self, button: QAbstractButton, visits: Sequence[Visit], at_hand: Visit | None) -> None:
        """Show ``visits`` under ``button``, its right edge below the button's."""
        self.model.show_visits(visits)
        rows = min(_MOST_ROWS, len(visits))
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 4)
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4)))
        self.show()
        self.list.setFocus()
        self.list.setCurrentIndex(self.model.index(max(0, self.model.row_of(at_hand))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        visit = index.data(VISIT_ROLE)
        if visit is not None:
            self.close()
            self.chosen.emit(visit)
