"""The tags of the shop and who has them, as a table that can be searched, sorted and renamed in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt, Signal

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.tool_tip import for_role

if TYPE_CHECKING:
    from core.catalog.tags.tags import TagCount

TAG, BEARERS = range(2)
SORT_ROLE = int(Qt.ItemDataRole.UserRole)


class TagModel(QAbstractTableModel):
    """Rows are tags. A name that is typed over another is told, not shown: the catalog decides."""

    renamed = Signal(str, str)
    """A tag, and what it is to be called."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[TagCount, ...] = ()

    def show_counts(self, counts: Sequence[TagCount]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._counts = tuple(counts)
        self.endResetModel()

    def retranslate(self) -> None:
        """Tell the views that words and figures read differently now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, TAG, BEARERS)
        if self._counts:
            self.dataChanged.emit(self.index(0, TAG), self.index(len(self._counts) - 1, BEARERS))

    def counts(self) -> tuple[TagCount, ...]:
        """All that is shown."""
        return self._counts

    def find(self, tag: str) -> TagCount | None:
        """The tag that is called so, in any case."""
        return next((count for count in self._counts if count.tag.casefold() == tag.casefold()), None)

    def bearers(self, count: TagCount) -> str:
        """How many products have a tag, in words."""
        words = self.tr("%n product(s)", "", count.products + count.archived)
        if count.archived:
            words += self.tr(", %n of them archived", "", count.archived)
        return words

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many tags."""
        return 0 if parent.isValid() else len(self._counts)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """The tag, and who has it."""
        return 0 if parent.isValid() else BEARERS + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A name can be typed over."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() == TAG else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, both for a screen reader, and what it is sorted by."""
        if not index.isValid() or not 0 <= index.row() < len(self._counts):
            return None
        count, is_tag = self._counts[index.row()], index.column() == TAG
        if role == SORT_ROLE:
            return count.tag if is_tag else count.products + count.archived
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return for_role(f"{count.tag}: {self.bearers(count)}", role)
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.EditRole and is_tag):
            return count.tag if is_tag else self.bearers(count)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed, where it differs."""
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not name or name == index.data(role):
            return False
        self.renamed.emit(index.data(role), name)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("Tag") if section == TAG else self.tr("Products")


def sorted_tags(model: TagModel, parent: QObject) -> QSortFilterProxyModel:
    """The rows of ``model`` in any order, those that hold what is searched for in any case."""
    proxy = QSortFilterProxyModel(parent)
    proxy.setSourceModel(model)
    proxy.setSortRole(SORT_ROLE)
    proxy.setSortLocaleAware(True)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.setFilterKeyColumn(TAG)
    return proxy
