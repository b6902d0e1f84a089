"""The products of one answer as a list model."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.answer import Answer, Result, Verdict
from desktop_app.wording import certainty, price, share, stock

AnyIndex = QModelIndex | QPersistentModelIndex

RESULT_ROLE = int(Qt.ItemDataRole.UserRole)
IS_FIRST_CHOICE_ROLE = RESULT_ROLE + 1


class ResultModel(QAbstractListModel):
    """Rows are the results, best first; :data:`RESULT_ROLE` gives the core's Result itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: tuple[Result, ...] = ()
        self._has_first_choice = False

    def show_answer(self, answer: Answer | None) -> None:
        """Show the products of ``answer``; nothing for None."""
        self.beginResetModel()
        self._results = answer.results if answer is not None else ()
        self._has_first_choice = answer is not None and answer.verdict is Verdict.MATCH
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many products; a list has no children."""
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, a sentence for screen readers, or the Result itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._results):
            return None
        result = self._results[index.row()]
        if role == RESULT_ROLE:
            return result
        if role == IS_FIRST_CHOICE_ROLE:
            return self._has_first_choice and index.row() == 0
        if role == Qt.ItemDataRole.DisplayRole:
            return result.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = (
                result.title,
                price(result.price_minor, result.currency),
                stock(result.stock),
                result.location,
                f"{certainty(result.confidence)} ({share(result.confidence)})",
            )
            return " · ".join(part for part in parts if part)
        return None

    def retranslate(self) -> None:
        """Tell the views that words and figures read differently now."""
        if self._results:
            self.dataChanged.emit(self.index(0), self.index(len(self._results) - 1))
