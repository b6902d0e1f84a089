"""A list of values to tick, below the button that opens it; stays open while several are ticked."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

_WIDTH = 264
_ROW = 36
_MOST_ROWS = 9
_FIELD_FROM = 12
"""So many values need a field to type in."""


class FacetPopup(QFrame):
    """Arrows move, Space or a click ticks, typing narrows the list down, Escape closes.

    Args:
        model: a list whose rows can be ticked; the edit role gives what is typed against.
    """

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "floating")
        self.setFixedWidth(_WIDTH)
        self._model = model
        self._narrowed = QSortFilterProxyModel(self)
        self._narrowed.setSourceModel(model)
        self._narrowed.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._narrowed.setFilterRole(Qt.ItemDataRole.EditRole)
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._narrow)
        self.list = QListView(self)
        self.list.setModel(self._narrowed)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("kind", "ticks")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(self._tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)

    def open_below(self, button: QAbstractButton) -> None:
        """Show it under ``button``."""
        self.field.clear()
        self.field.setVisible(self._model.rowCount() >= _FIELD_FROM)
        rows = max(1, min(_MOST_ROWS, self._model.rowCount()))
        self.list.setFixedHeight(rows * _ROW + 4)
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.show()
        (self.field if self.field.isVisible() else self.list).setFocus()
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._narrowed.index(0, 0))

    def retranslate(self, name: Callable[[], str], find: str) -> None:
        """Name the list and its field in the language of now."""
        self.list.setAccessibleName(name())
        self.field.setAccessibleName(find)
        self.field.setPlaceholderText(find)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field down into the list; Enter ticks."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._tick(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        self._narrowed.setFilterFixedString(text)
        self.list.setCurrentIndex(self._narrowed.index(0, 0))

    def _tick(self, index: QModelIndex) -> None:
        if index.isValid():
            checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
            self._narrowed.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)
