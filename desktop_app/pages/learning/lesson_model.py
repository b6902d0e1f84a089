"""The lessons of a shop as a list model; the last row is the network with nothing learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from desktop_app.look.item_index import AnyIndex
from desktop_app.look.tool_tip import for_role
from desktop_app.look.wording import dotted
from desktop_app.pages.learning.wording import before_after, lesson_name, moment

if TYPE_CHECKING:
    from core.models.lesson_record import Lesson

LESSON_ROLE = int(Qt.ItemDataRole.UserRole)

State = Literal["in use", "kept", "rejected"]


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One row: a lesson, or None for the network as it comes, and how it stands."""

    lesson: Lesson | None
    network: str
    state: State

    @property
    def version(self) -> str | None:
        """The lesson's name in the shop."""
        return self.lesson.version if self.lesson is not None else None

    def state_in_words(self) -> str:
        """How it stands."""
        if self.state == "in use":
            return QCoreApplication.translate("lesson", "In use")
        if self.lesson is None:
            return QCoreApplication.translate("lesson", "Always there")
        if self.state == "rejected":
            return QCoreApplication.translate("lesson", "Rejected")
        return QCoreApplication.translate("lesson", "Kept")

    def detail(self) -> str:
        """Before and after, or the network's name."""
        return before_after(self.lesson) if self.lesson is not None else self.network


class LessonModel(QAbstractListModel):
    """The newest lesson first; :data:`LESSON_ROLE` gives the :class:`LessonRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LessonRow, ...] = ()

    def show_lessons(self, lessons: Sequence[Lesson], in_use: str | None, network: str) -> None:
        """Show these."""
        rows = [
            LessonRow(
                lesson,
                network,
                "in use" if lesson.version == in_use else "kept" if lesson.promoted else "rejected",
            )
            for lesson in lessons
        ]
        self.beginResetModel()
        self._rows = (*rows, LessonRow(None, network, "in use" if in_use is None else "kept"))
        self.endResetModel()

    def at(self, row: int) -> LessonRow | None:
        """What stands in ``row``."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, version: str | None) -> int:
        """Where a lesson stands; -1 if it is not there."""
        return next((row for row, shown in enumerate(self._rows) if shown.version == version), -1)

    def row_in_use(self) -> int:
        """Where the one in use stands; -1 if it is not there."""
        return next((row for row, shown in enumerate(self._rows) if shown.state == "in use"), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many rows; a list has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The lesson's name, a sentence for screen readers, or the row itself."""
        shown = self.at(index.row()) if index.isValid() else None
        if shown is None:
            return None
        if role == LESSON_ROLE:
            return shown
        if role == Qt.ItemDataRole.DisplayRole:
            return lesson_name(shown.lesson)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            when = moment(shown.lesson.created) if shown.lesson is not None else ""
            words = dotted(lesson_name(shown.lesson), shown.state_in_words(), shown.detail(), when)
            return for_role(words, role)
        return None

    def retranslate(self) -> None:
        """Tell the views that words and figures read differently now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
