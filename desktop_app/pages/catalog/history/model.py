"""A product's stock movements as a table, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop_app.look.cell_side import cell_side
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.stock_words import quantity
from desktop_app.look.tool_tip import for_role
from desktop_app.look.wording import dotted
from desktop_app.pages.catalog.history.words import change_words, reason_words
from desktop_app.pages.catalog.lists.product_columns import moment

if TYPE_CHECKING:
    from core.catalog.stock_history import StockChange
    from core.quantities.units import Unit

MOVED, REASON, CHANGE, STOCK, WHO, NOTE = range(6)


class StockHistoryModel(QAbstractTableModel):
    """Rows are movements; what was taken back since says so."""

    def __init__(
        self, changes: Sequence[StockChange], unit: Unit | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._changes = tuple(changes)
        self._unit = unit

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many movements."""
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Always the same."""
        return 0 if parent.isValid() else NOTE + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, and its side."""
        if not index.isValid() or not 0 <= index.row() < len(self._changes):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=index.column() in (CHANGE, STOCK))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return for_role(self._text(self._changes[index.row()], index.column()), role)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= NOTE:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=section in (CHANGE, STOCK))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("When"),
            self.tr("Why"),
            self.tr("Change"),
            self.tr("Stock after"),
            self.tr("Who"),
            self.tr("Note"),
        )[section]

    def retranslate(self) -> None:
        """Tell the views that words and figures read differently now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, MOVED, NOTE)
        if self._changes:
            self.dataChanged.emit(self.index(0, MOVED), self.index(len(self._changes) - 1, NOTE))

    def _text(self, change: StockChange, column: int) -> str:
        movement = change.movement
        match column:
            case 0:
                return moment(movement.moved)
            case 1:
                return dotted(
                    reason_words(movement.reason.value),
                    self.tr("taken back since") if movement.undone else "",
                )
            case 2:
                return change_words(movement, self._unit)
            case 3:
                return "–" if change.stock is None else quantity(change.stock, self._unit)
            case 4:
                return movement.who
            case _:
                return movement.note
