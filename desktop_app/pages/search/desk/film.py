"""The film strip: the pictures of the search at hand, as a model for Qt's views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QImage, QPixmap

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.tool_tip import for_role
from desktop_app.pages.search.desk.search import Search

SEARCH_ROLE = int(Qt.ItemDataRole.UserRole)

FRAME = 64
"""Logical pixels of one picture of the strip."""


class FilmModel(QAbstractListModel):
    """Rows are the pictures of the search at hand, in the order they were given; each is a search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Search] = []

    def start(self, searches: Sequence[Search]) -> None:
        """New pictures replace those before."""
        self.beginResetModel()
        self._rows = list(searches)
        self.endResetModel()

    def append(self, searches: Sequence[Search]) -> None:
        """Further pictures."""
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(searches) - 1)
        self._rows += searches
        self.endInsertRows()

    def at(self, row: int) -> Search | None:
        """The search in ``row``."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rows(self) -> tuple[Search, ...]:
        """All pictures."""
        return tuple(self._rows)

    def refresh(self, search: Search) -> None:
        """Show what became known of ``search``, if it is a row."""
        if search in self._rows:
            index = self.index(self._rows.index(search))
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many pictures; a list has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The preview as decoration, the picture's name for screen readers and the tool tip."""
        search = self.at(index.row()) if index.isValid() else None
        if search is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return frame(search.preview)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return for_role(search.query.name, role)
        if role == SEARCH_ROLE:
            return search
        return None


def frame(image: QImage) -> QPixmap:
    """The middle of a picture, as large as one of the strip, for screens of up to twice the density."""
    if image.isNull():
        return QPixmap()
    side = 2 * FRAME
    scaled = image.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    square = scaled.copy((scaled.width() - side) // 2, (scaled.height() - side) // 2, side, side)
    pixmap = QPixmap.fromImage(square)
    pixmap.setDevicePixelRatio(2)
    return pixmap
