"""The first rows of a merchant's table, for a table view."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.tool_tip import for_role


class TableModel(QAbstractTableModel):
    """Cells of text under the table's own headings; nothing can be edited."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._fields: dict[str, str] = {}

    def show_table(self, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show another table."""
        self.beginResetModel()
        self._columns, self._rows, self._fields = columns, rows, {}
        self.endResetModel()

    def name_fields(self, fields: dict[str, str]) -> None:
        """Write over each column which field it is: column to the field's name in the user's language."""
        self._fields = fields
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many columns the table has."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text."""
        inside = 0 <= index.row() < len(self._rows) and 0 <= index.column() < len(self._columns)
        if inside and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return for_role(self._rows[index.row()][index.column()], role)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The column's name, and above it the field that it is."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        field = self._fields.get(column)
        return f"{field}\n{column}" if field else f"\n{column}"
