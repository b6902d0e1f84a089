"""Photos that a lesson answers otherwise, as a list model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.tool_tip import for_role

if TYPE_CHECKING:
    from core.measuring.changed_answers import ChangedAnswer

CHANGE_ROLE = int(Qt.ItemDataRole.UserRole)


class ChangeModel(QAbstractListModel):
    """Rows are photos taken in the shop; :data:`CHANGE_ROLE` gives the core's ChangedAnswer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[ChangedAnswer, ...] = ()

    def show_changes(self, changes: Sequence[ChangedAnswer]) -> None:
        """Show these."""
        self.beginResetModel()
        self._changes = tuple(changes)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many photos; a list has no children."""
        return 0 if parent.isValid() else len(self._changes)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The product that the photo shows, a sentence for screen readers, or the change itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._changes):
            return None
        change = self._changes[index.row()]
        if role == CHANGE_ROLE:
            return change
        if role == Qt.ItemDataRole.DisplayRole:
            return change.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = QCoreApplication.translate("lesson", "{title}: before {before}, after {after}")
            named = words.format(title=change.title, before=change.before.title, after=change.after.title)
            return for_role(named, role)
        return None

    def retranslate(self) -> None:
        """Tell the views that words read differently now."""
        if self._changes:
            self.dataChanged.emit(self.index(0), self.index(len(self._changes) - 1))
