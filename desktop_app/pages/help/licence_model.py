"""The licences of what ships as a list that can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSortFilterProxyModel, Qt

from desktop_app.look.item_index import AnyIndex

if TYPE_CHECKING:
    from desktop_app.program.licences import Licence

TEXT_ROLE = int(Qt.ItemDataRole.UserRole)


class LicenceModel(QAbstractListModel):
    """Rows are the parts of the program; :data:`TEXT_ROLE` gives a licence's words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._licences: Sequence[Licence] = ()

    def show_licences(self, licences: Sequence[Licence]) -> None:
        """Show these."""
        self.beginResetModel()
        self._licences = tuple(licences)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many parts; a list has no children."""
        return 0 if parent.isValid() else len(self._licences)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The part with its version and licence, or the licence's words."""
        if not index.isValid() or not 0 <= index.row() < len(self._licences):
            return None
        licence = self._licences[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            name = f"{licence.name} {licence.version}".strip()
            return f"{name} · {licence.licence}" if licence.licence else name
        return licence.text if role == TEXT_ROLE else None


def searchable(model: LicenceModel, parent: QObject) -> QSortFilterProxyModel:
    """The rows of ``model`` that hold what is searched for, in any case."""
    proxy = QSortFilterProxyModel(parent)
    proxy.setSourceModel(model)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return proxy
