"""The photos on which something was seen, a row each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.language import in_words
from desktop_app.look.tool_tip import plain_tip
from desktop_app.pages.catalog.moderation.kind_words import kind_name
from desktop_app.pages.catalog.moderation.shown import SeenPhoto

PRODUCT, SEEN, DECIDED = range(3)


class SeenModel(QAbstractTableModel):
    """Product, what was seen, and what was decided."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: tuple[SeenPhoto, ...] = ()

    @property
    def photos(self) -> tuple[SeenPhoto, ...]:
        """In the order of the rows."""
        return self._photos

    def show_photos(self, photos: Sequence[SeenPhoto]) -> None:
        """Show these."""
        self.beginResetModel()
        self._photos = tuple(photos)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many photos."""
        return 0 if parent.isValid() else len(self._photos)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Three."""
        return 0 if parent.isValid() else 3

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text; the whole of it in its tool tip."""
        if not 0 <= index.row() < len(self._photos):
            return None
        photo = self._photos[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == SEEN:
            return plain_tip("\n".join(in_words(one.text) for one in photo.findings))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.column() == PRODUCT:
            tip = plain_tip(f"{photo.title} [{photo.sku}]")
            return photo.title if role == Qt.ItemDataRole.DisplayRole else tip
        if index.column() == SEEN:
            return ", ".join(dict.fromkeys(kind_name(one.kind) for one in photo.findings)) or "–"
        if photo.shown is None:
            return self.tr("waits")
        return self.tr("may be shown") if photo.shown else self.tr("not shown")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Product"), self.tr("Seen"), self.tr("Decided"))[section]

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        if self._photos:
            last = self.index(len(self._photos) - 1, DECIDED)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DECIDED)
