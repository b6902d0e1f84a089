"""A table whose rows are chosen whole, without lines between the cells."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

_COLUMN = 100


class _WholeRows(QStyledItemDelegate):
    """No frame around one cell: it is the row that is chosen."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class RowTable(QTableView):
    """The tabulator leaves it; the arrow keys go through its rows."""

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setItemDelegate(_WholeRows(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.horizontalHeader().setHighlightSections(False)

    def share_room(self, wide: int, fitting: int) -> None:
        """Let one column have the room that is left, and one what it needs; of a table that has its model."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(_COLUMN)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(fitting, QHeaderView.ResizeMode.ResizeToContents)

    def selectRow(self, row: int) -> None:
        """Choose this row alone, whatever is held: Ctrl may be, of the key that opened the table."""
        how = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), how.ClearAndSelect | how.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is chosen stays in sight where the table becomes smaller."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
