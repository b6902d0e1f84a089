"""The pictures of one search: what was asked, what came of it, and the film strip that shows them.

Beside the pictures' own searches stand two more: all pictures together as one thing (``together``), and words
(``words``). Each is kept while the user looks at another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QImage, QPixmap

from core.answer import Answer
from core.imaging.cut import Box
from core.messages import Sentence
from desktop_app.engine.engine import Query
from desktop_app.look.item_index import AnyIndex

ASKED_ROLE = int(Qt.ItemDataRole.UserRole)

FRAME = 64
"""Logical pixels of one picture of the strip."""


@dataclass(slots=True, eq=False)
class Asked:
    """One query and what is known about it so far.

    Attributes:
        answer, failure: of the query, or until it is answered of the one that it replaced (another cut of
            the same picture), so that the window need not go blank between the two.
        submitted_id: the query that the engine was last given; 0 before there is any.
        answered_id: the query that answer or failure belong to; 0 before there is any.
        regions: parts of the picture that may be what is meant; None until somebody has looked for them.
    """

    query: Query
    preview: QImage = field(default_factory=QImage)
    answer: Answer | None = None
    failure: Sentence | None = None
    submitted_id: int = 0
    answered_id: int = 0
    regions: tuple[Box, ...] | None = None

    @property
    def is_done(self) -> bool:
        """Answered, or known to have no answer."""
        return self.answered_id == self.query.id

    @property
    def is_waiting(self) -> bool:
        """The engine has it, and nothing is known of it yet."""
        return self.submitted_id != 0 and self.answered_id == 0


class QueryModel(QAbstractListModel):
    """Rows are the pictures of the search at hand, in the order they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Asked] = []
        self.together: Asked | None = None
        self.words: Asked | None = None

    def start(self, queries: Sequence[Query]) -> None:
        """New pictures replace those before; the words stay."""
        self.beginResetModel()
        self._rows = [Asked(query) for query in queries]
        self.together = None
        self.endResetModel()

    def append(self, queries: Sequence[Query]) -> None:
        """Further pictures."""
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(queries) - 1)
        self._rows += [Asked(query) for query in queries]
        self.endInsertRows()

    def at(self, row: int) -> Asked | None:
        """The query in ``row``."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rows(self) -> tuple[Asked, ...]:
        """All pictures."""
        return tuple(self._rows)

    def update(
        self,
        query_id: int,
        *,
        preview: QImage | None = None,
        answer: Answer | None = None,
        failure: Sentence | None = None,
        regions: tuple[Box, ...] | None = None,
    ) -> Asked | None:
        """Note what became known; whose it is, None if it is of no interest any more."""
        asked = next(
            (asked for asked in self._all() if query_id in (asked.query.id, asked.submitted_id)), None
        )
        if asked is None:
            return None
        if preview is not None:
            asked.preview = preview
        if regions is not None:
            asked.regions = regions
        if answer is not None or failure is not None:
            asked.answer, asked.failure, asked.answered_id = answer, failure, query_id
        if asked in self._rows:
            index = self.index(self._rows.index(asked))
            self.dataChanged.emit(index, index)
        return asked

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many pictures; a list has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The preview as decoration, the picture's name for screen readers and the tool tip."""
        asked = self.at(index.row()) if index.isValid() else None
        if asked is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return _frame(asked.preview)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return asked.query.name
        if role == ASKED_ROLE:
            return asked
        return None

    def _all(self) -> Iterator[Asked]:
        yield from self._rows
        yield from (asked for asked in (self.together, self.words) if asked is not None)


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
