"""The products of one answer as a list model, in the order that the user wants."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCollator,
    QCollatorSortKey,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
)

from core.answer import Answer, LikeProduct, Result, Seen, Verdict
from core.feedback import NOTHING_SAID, Feedback
from core.settings import ResultOrder
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.stock_words import stock
from desktop_app.look.tool_tip import for_role
from desktop_app.look.wording import certainty, dotted, likeness, outside_filters, price_today, reasons, share

RESULT_ROLE = int(Qt.ItemDataRole.UserRole)
IS_FIRST_CHOICE_ROLE = RESULT_ROLE + 1
SURE_ROLE = RESULT_ROLE + 2
"""How sure or how alike, in words; "" where nothing of the kind is claimed."""
METER_ROLE = RESULT_ROLE + 3
"""The same as a number from 0 to 1; None where there is none."""
IS_RIGHT_ROLE = RESULT_ROLE + 4
"""Whether the clerk said that this is the product."""
KEY_ROLE = RESULT_ROLE + 5
"""The number key that confirms it, from 1; 0 where none does."""

KEYS = 5
"""How many of the first products have a key: as many as are seen at once."""


class ResultModel(QAbstractListModel):
    """Rows are the results; :data:`RESULT_ROLE` gives the core's Result itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._results: tuple[Result, ...] = ()
        self._order: ResultOrder = "likeness"
        self._feedback = NOTHING_SAID

    def show_answer(self, answer: Answer | None, feedback: Feedback = NOTHING_SAID) -> None:
        """Show the products of ``answer``, and what was said of them; nothing for None."""
        self.beginResetModel()
        self._answer, self._feedback = answer, feedback
        self._results = self._sorted()
        self.endResetModel()

    def set_order(self, order: ResultOrder) -> None:
        """Sort them by this from now on."""
        if order != self._order:
            self.beginResetModel()
            self._order = order
            self._results = self._sorted()
            self.endResetModel()

    def row_of(self, product_id: int) -> int:
        """Where a product stands; -1 if it is not there."""
        rows = (row for row, result in enumerate(self._results) if result.product_id == product_id)
        return next(rows, -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many products; a list has no children."""
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, a sentence for screen readers, or the Result itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._results):
            return None
        result = self._results[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return result.title
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return for_role(self._spoken(index.row(), result), role)
        if role == RESULT_ROLE:
            return result
        if role == IS_FIRST_CHOICE_ROLE:
            return self._is_first_choice(index.row())
        if role == SURE_ROLE:
            return self._sure(index.row(), result)
        if role == METER_ROLE:
            return self._meter(index.row(), result)
        if role == IS_RIGHT_ROLE:
            return result.product_id == self._feedback.right
        if role == KEY_ROLE:
            return index.row() + 1 if self._is_open() and index.row() < KEYS else 0
        return None

    @property
    def is_by_likeness(self) -> bool:
        """Whether they stand in the answer's own order."""
        return self._order == "likeness"

    @property
    def is_a_choice(self) -> bool:
        """Whether the products are candidates for what a picture shows, and no one stands out."""
        return self._is_open() and self.is_by_likeness and not self._is_first_choice(0)

    def retranslate(self) -> None:
        """Tell the views that words and figures read differently now."""
        if self._results:
            self.dataChanged.emit(self.index(0), self.index(len(self._results) - 1))

    def _is_open(self) -> bool:
        """Whether a picture was asked with, and nobody said yet what it shows."""
        of_picture = self._answer is not None and isinstance(self._answer.asked, Seen)
        return of_picture and self._feedback.right is None and not self._feedback.absent

    def _is_first_choice(self, row: int) -> bool:
        claims = self._answer is not None and self._answer.verdict is Verdict.MATCH
        return claims and row == 0 and self.is_by_likeness

    def _sorted(self) -> tuple[Result, ...]:
        results = self._answer.results if self._answer is not None else ()
        match self._order:
            case "price":  # without a price last
                keys = [(r.price_minor is None, r.price_minor or 0) for r in results]
                order = sorted(range(len(results)), key=keys.__getitem__)
            case "stock":  # what was not counted last
                order = sorted(range(len(results)), key=lambda row: _by_stock(results[row]))
            case "title":
                titles = _collated([result.title for result in results])
                order = sorted(range(len(results)), key=lambda row: _Key(titles[row]))
            case _:
                return results
        return tuple(results[row] for row in order)

    def _spoken(self, row: int, result: Result) -> str:
        return dotted(
            result.title,
            outside_filters() if result.outside_filter else "",
            price_today(result.price_minor, result.currency, result.sale),
            stock(result.stock, result.unit),
            result.location,
            self._sure(row, result, spoken=True),
            reasons(result.why),
        )

    def _sure(self, row: int, result: Result, *, spoken: bool = False) -> str:
        """Of the one that the headline claims; of the others a figure each would be a second scale."""
        if self._answer is not None and isinstance(self._answer.asked, LikeProduct):
            return likeness(result.score)
        if not self._is_open() or not self._is_first_choice(row):
            return ""
        words, figure = certainty(result.confidence), share(result.confidence)
        return f"{words} ({figure})" if spoken else f"{words} · {figure}"

    def _meter(self, row: int, result: Result) -> float | None:
        if not self._sure(row, result):
            return None
        is_like = self._answer is not None and isinstance(self._answer.asked, LikeProduct)
        return max(0.0, result.score) if is_like else result.confidence


def _by_stock(result: Result) -> tuple[bool, int]:
    """Most first."""
    return (result.stock is None, 0 if result.stock is None else -result.stock.thousandths)


class _Key:
    """A title in the order of the user's language, for sorting."""

    def __init__(self, key: QCollatorSortKey) -> None:
        self._key = key

    def __lt__(self, other: "_Key") -> bool:
        return self._key.compare(other._key) < 0


def _collated(titles: list[str]) -> list[QCollatorSortKey]:
    collator = QCollator(QLocale())
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return [collator.sortKey(title) for title in titles]
