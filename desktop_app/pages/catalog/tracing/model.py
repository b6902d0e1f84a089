"""Traced pictures as a list model: copies first, then what could not be looked at, then the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.tool_tip import for_role
from desktop_app.pages.catalog.tracing.shown import ShownCopy
from desktop_app.pages.catalog.tracing.words import detail, done_to_it, headline

ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class TracedModel(QAbstractListModel):
    """:data:`ROW_ROLE` gives the :class:`ShownCopy`; each kind in the order in which it came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copies: list[ShownCopy] = []
        self._problems: list[ShownCopy] = []
        self._others: list[ShownCopy] = []
        self.made = 0
        """Pictures that are made of our photos; one may have several rows."""

    @property
    def problems(self) -> int:
        """How many could not be looked at."""
        return len(self._problems)

    @property
    def others(self) -> int:
        """How many are made of none of our photos."""
        return len(self._others)

    def rows(self) -> list[ShownCopy]:
        """All of them, as they are shown."""
        return [*self._copies, *self._problems, *self._others]

    def clear(self) -> None:
        """Forget all."""
        self.beginResetModel()
        for kind in (self._copies, self._problems, self._others):
            kind.clear()
        self.made = 0
        self.endResetModel()

    def add(self, rows: Sequence[ShownCopy]) -> None:
        """Take the rows of a picture."""
        first = rows[0]
        before = 0
        if first.found is not None:
            kind = self._copies
            self.made += 1
        elif first.traced.given.problem is not None:
            kind, before = self._problems, len(self._copies)
        else:
            kind, before = self._others, len(self._copies) + len(self._problems)
        place = before + len(kind)
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        kind.extend(rows)
        self.endInsertRows()

    def row_at(self, place: int) -> ShownCopy | None:
        """The row in this place; None where there is none."""
        for kind in (self._copies, self._problems, self._others):
            if 0 <= place < len(kind):
                return kind[place]
            place -= len(kind)
        return None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many rows; a list has no children."""
        return 0 if parent.isValid() else len(self._copies) + len(self._problems) + len(self._others)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headline, a sentence for screen readers, or the row itself."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return headline(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = (headline(row), row.traced.given.name, done_to_it(row) or detail(row))
            return for_role("\n".join(filter(None, said)), role)
        return None

    def retranslate(self) -> None:
        """Tell the views that words read differently now."""
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(count - 1))
