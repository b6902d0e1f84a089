"""The pictures of one search: what was asked, what came of it, and the film strip that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QImage, QPixmap

from core.answer import Answer
from core.messages import Sentence
from desktop_app.engine import Query
from desktop_app.models.result_model import AnyIndex

ASKED_ROLE = int(Qt.ItemDataRole.UserRole)

FRAME = 64
"""Logical pixels of one picture of the strip."""


@dataclass(slots=True)
class Asked:
    """One query and what is known about it so far."""

    query: Query
    preview: QImage = field(default_factory=QImage)
    answer: Answer | None = None
    failure: Sentence | None = None

    @property
    def is_done(self) -> bool:
        """Answered, or known to have no answer."""
        return self.answer is not None or self.failure is not None


class QueryModel(QAbstractListModel):
    """Rows are the pictures of the search at hand, in the order they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: list[Asked] = []

    def start(self, queries: Sequence[Query]) -> None:
        """A new search replaces the one before."""
        self.beginResetModel()
        self._asked = [Asked(query) for query in queries]
        self.endResetModel()

    def at(self, row: int) -> Asked | None:
        """The query in ``row``."""
        return self._asked[row] if 0 <= row < len(self._asked) else None

    def row_of(self, query_id: int) -> int:
        """Where the query stands; -1 once a newer search has replaced it."""
        return next((row for row, asked in enumerate(self._asked) if asked.query.id == query_id), -1)

    def update(
        self,
        query_id: int,
        *,
        preview: QImage | None = None,
        answer: Answer | None = None,
        failure: Sentence | None = None,
    ) -> int:
        """Note what became known; the query's row, -1 if it is of no interest any more."""
        row = self.row_of(query_id)
        if row < 0:
            return row
        asked = self._asked[row]
        asked.preview = asked.preview if preview is None else preview
        asked.answer = asked.answer if answer is None else answer
        asked.failure = asked.failure if failure is None else failure
        self.dataChanged.emit(self.index(row), self.index(row))
        return row

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many pictures; a list has no children."""
        return 0 if parent.isValid() else len(self._asked)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The preview as decoration, the picture's name for screen readers and the tool tip."""
        asked = self.at(index.row()) if index.isValid() else None
        if asked is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return _frame(asked.preview)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return asked.query.source.name
        if role == ASKED_ROLE:
            return asked
        return None


def _frame(image: QImage) -> QPixmap:
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
