"""The products of the group at hand, and which of them are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.tool_tip import for_role
from desktop_app.look.wording import dotted

if TYPE_CHECKING:
    from core.tagging.members import Member

MEMBER_ROLE = int(Qt.ItemDataRole.UserRole)


class TaggingModel(QAbstractListModel):
    """Rows are products; one that is unchecked is left out. :data:`MEMBER_ROLE` gives core's Member."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[Member, ...] = ()
        self._left_out: set[int] = set()

    def show_members(self, members: Sequence[Member]) -> None:
        """Another group; all of it is in."""
        self.beginResetModel()
        self._members = tuple(members)
        self._left_out = set()
        self.endResetModel()

    @property
    def left_out(self) -> frozenset[int]:
        """Keys of the products that the tags are not for."""
        return frozenset(self._left_out)

    @property
    def included(self) -> int:
        """How many products the tags are for."""
        return len(self._members) - len(self._left_out)

    def toggle(self, row: int) -> None:
        """Leave the product out, or take it in again."""
        if 0 <= row < len(self._members):
            self._left_out ^= {self._members[row].product_id}
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many products; a list has no children."""
        return 0 if parent.isValid() else len(self._members)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Each product can be chosen and checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, what a screen reader says, whether it is in, or the Member itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._members):
            return None
        member = self._members[index.row()]
        is_in = member.product_id not in self._left_out
        if role == MEMBER_ROLE:
            return member
        if role == Qt.ItemDataRole.DisplayRole:
            return member.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return (Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked).value
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            left_out = "" if is_in else QCoreApplication.translate("TaggingModel", "left out")
            words = dotted(member.title, member.category, member.sku, *member.tags, left_out)
            return for_role(words, role)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A check mark that was set or taken away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if Qt.CheckState(value).value != index.data(Qt.ItemDataRole.CheckStateRole):
            self.toggle(index.row())
        return True
