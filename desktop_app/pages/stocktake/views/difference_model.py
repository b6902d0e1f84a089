"""What a count found against the books, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from core.quantities.quantity import NOTHING
from desktop_app.look.cell_side import cell_side
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.stock_words import quantity, signed
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.tool_tip import for_role
from desktop_app.look.wording import price

if TYPE_CHECKING:
    from core.quantities.quantity import Quantity
    from core.quantities.units import Unit
    from core.stocktake.differences import Differences, Line

TITLE, SKU, PLACE, EXPECTED, COUNTED, DIFFERENCE, VALUE = range(7)
LINE_ROLE = int(Qt.ItemDataRole.UserRole)


def signed_price(minor: int | None, currency: str) -> str:
    """An amount with its sign; a dash without a price."""
    if minor is None:
        return "–"
    return ("+" if minor > 0 else "−" if minor < 0 else "") + price(abs(minor), currency)


def worth(found: Differences) -> str:
    """What all differences come to, each currency by itself; a dash without any."""
    return " · ".join(signed_price(minor, code) for code, minor in found.value().items()) or "–"


class DifferenceModel(QAbstractTableModel):
    """Rows are products; :data:`LINE_ROLE` gives core's Line."""

    def __init__(self, themes: ThemeSwitch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The line with this number."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many products."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Always the same."""
        return 0 if parent.isValid() else VALUE + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, its side, and the colour of a difference."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = index.column()
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return for_role(_cell(line, column), role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=column >= EXPECTED)
        if role == Qt.ItemDataRole.ForegroundRole and column in (DIFFERENCE, VALUE):
            return self._colour(line)
        return None

    def _colour(self, line: Line) -> QColor | None:
        if line.difference in (None, NOTHING):
            return None
        is_less = line.difference is not None and line.difference < NOTHING
        return QColor(self._themes.colours.bad if is_less else self._themes.colours.good)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= VALUE:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=section >= EXPECTED)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            QCoreApplication.translate("DifferenceModel", "Product"),
            QCoreApplication.translate("DifferenceModel", "Number"),
            QCoreApplication.translate("DifferenceModel", "Shelf place"),
            QCoreApplication.translate("DifferenceModel", "In the books"),
            QCoreApplication.translate("DifferenceModel", "Counted"),
            QCoreApplication.translate("DifferenceModel", "Difference"),
            QCoreApplication.translate("DifferenceModel", "Value"),
        )[section]


def _cell(line: Line, column: int) -> str:
    if column == TITLE:
        return line.title
    if column == SKU:
        return line.sku
    if column == PLACE:
        return line.location
    if column == EXPECTED:
        return _known(line.expected, line.unit)
    if column == COUNTED:
        return _known(line.counted, line.unit)
    if column == DIFFERENCE:
        return "–" if line.difference is None else signed(line.difference, line.unit)
    return "–" if line.counted is None else signed_price(line.value_minor, line.currency)


def _known(amount: Quantity | None, unit: Unit | None) -> str:
    return "–" if amount is None else quantity(amount, unit)
