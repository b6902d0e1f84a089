"""The counts that have ended, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QDateTime, QLocale, QModelIndex, QObject, Qt

from desktop_app.look.cell_side import cell_side
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.tool_tip import for_role
from desktop_app.look.wording import dotted

if TYPE_CHECKING:
    from core.stocktake.past import PastCount
    from core.stocktake.stocktake import Stocktake

WHEN, SCOPE, WHO, COUNTED, DIFFERING, OUTCOME = range(6)


class PastCountModel(QAbstractTableModel):
    """Rows are counts, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[PastCount, ...] = ()

    def show_counts(self, counts: Sequence[PastCount]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._counts = tuple(counts)
        self.endResetModel()

    def at(self, row: int) -> PastCount | None:
        """The count in this row."""
        return self._counts[row] if 0 <= row < len(self._counts) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many counts."""
        return 0 if parent.isValid() else len(self._counts)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Always the same."""
        return 0 if parent.isValid() else OUTCOME + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        count = self.at(index.row()) if index.isValid() else None
        if count is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return for_role(_cell(count, index.column()), role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=index.column() in (COUNTED, DIFFERING))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= OUTCOME:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=section in (COUNTED, DIFFERING))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            QCoreApplication.translate("PastCountModel", "Ended"),
            QCoreApplication.translate("PastCountModel", "What was counted"),
            QCoreApplication.translate("PastCountModel", "By whom"),
            QCoreApplication.translate("PastCountModel", "Counted"),
            QCoreApplication.translate("PastCountModel", "Differences"),
            QCoreApplication.translate("PastCountModel", "How it ended"),
        )[section]


def ended_when(stocktake: Stocktake) -> str:
    """Its day and time, as the user writes them."""
    when = QDateTime.fromString(stocktake.ended or "", Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def _cell(count: PastCount, column: int) -> str:
    stocktake = count.stocktake
    if column == WHEN:
        return ended_when(stocktake)
    if column == SCOPE:
        everything = QCoreApplication.translate("PastCountModel", "All products")
        return dotted(stocktake.category, stocktake.location) or everything
    if column == WHO:
        return stocktake.who
    if column == COUNTED:
        return QLocale().toString(count.products)
    if column == DIFFERING:
        return QLocale().toString(count.differing)
    if stocktake.outcome == "booked":
        return QCoreApplication.translate("PastCountModel", "Booked")
    return QCoreApplication.translate("PastCountModel", "Thrown away")
