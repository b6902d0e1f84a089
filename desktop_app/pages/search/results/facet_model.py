"""The values that a filter can take, each with a box to tick and how many products it would leave."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, Qt, Signal

from desktop_app.look.item_index import AnyIndex

COUNT_ROLE = int(Qt.ItemDataRole.UserRole)


class FacetModel(QAbstractListModel):
    """Rows are values; those that are chosen stay, even where they would leave nothing now."""

    changed = Signal()
    """Another choice was made by the user."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: list[tuple[str, int]] = []
        self._chosen: list[str] = []

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values that are ticked, in the order they were."""
        return tuple(self._chosen)

    def show_values(self, values: Sequence[tuple[str, int]], chosen: Sequence[str]) -> None:
        """Offer ``values`` with their counts, those of ``chosen`` ticked."""
        known = {value for value, _count in values}
        rows = [*values, *((value, 0) for value in chosen if value not in known)]
        self._chosen = list(chosen)
        if [value for value, _ in rows] == [value for value, _ in self._values]:
            self._values = rows  # the same values, counted anew: the view keeps its place
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._values = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many values; a list has no children."""
        return 0 if parent.isValid() else len(self._values)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Each can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The value, its tick, its count."""
        if not index.isValid() or not 0 <= index.row() < len(self._values):
            return None
        value, count = self._values[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{value}  ({QLocale().toString(count)})"
        if role == Qt.ItemDataRole.EditRole:
            return value
        if role == Qt.ItemDataRole.CheckStateRole:
            state = Qt.CheckState.Checked if value in self._chosen else Qt.CheckState.Unchecked
            return state.value  # Qt's own check of models takes no Python enum
        return count if role == COUNT_ROLE else None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a value."""
        inside = index.isValid() and 0 <= index.row() < len(self._values)
        if role != Qt.ItemDataRole.CheckStateRole or not inside:
            return False
        name = self._values[index.row()][0]
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        if ticked == (name in self._chosen):
            return False
        if ticked:
            self._chosen.append(name)
        else:
            self._chosen.remove(name)
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True
