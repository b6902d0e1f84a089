"""The products of a delivery as a table: noted, unpacked, which can be typed, and how that stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from core.deliveries.comparison import State
from core.errors import KnownError
from desktop_app.look.cell_side import cell_side
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.language import in_words
from desktop_app.look.stock_words import quantity, read_booking, typed
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.tool_tip import for_role

if TYPE_CHECKING:
    from core.deliveries.comparison import Compared

PRODUCT, NOTED, COUNTED, STATE = range(4)


class DeliveryModel(QAbstractTableModel):
    """Rows are products, by their numbers."""

    counted = Signal(int, object)
    """Of a product, by its key, so much was unpacked: a Quantity."""
    refused = Signal(str)
    """Why a cell's text cannot be taken."""

    def __init__(self, themes: ThemeSwitch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.lines: tuple[Compared, ...] = ()

    def show_lines(self, lines: Sequence[Compared]) -> None:
        """Show how it stands now; what is chosen stays chosen where the products are the same ones."""
        found = tuple(lines)
        if [one.product.id for one in found] == [one.product.id for one in self.lines]:
            self.lines = found
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, STATE))
            return
        self.beginResetModel()
        self.lines = found
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many products."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Always the same."""
        return 0 if parent.isValid() else STATE + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """What was unpacked can be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == COUNTED else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, its side, its colour."""
        if not index.isValid() or not 0 <= index.row() < len(self.lines):
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=column in (NOTED, COUNTED))
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            colours = self._themes.colours
            return QColor(colours.good if line.state is State.AS_NOTED else colours.bad)
        if role == Qt.ItemDataRole.EditRole and column == COUNTED:
            return typed(line.counted)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return for_role(self._text(line, column), role)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed."""
        if role != Qt.ItemDataRole.EditRole or index.column() != COUNTED:
            return False
        product = self.lines[index.row()].product
        try:
            amount = read_booking(str(value), product.unit, may_be_nothing=True)
        except KnownError as error:
            self.refused.emit(in_words(error.sentence))
            return False
        self.counted.emit(product.id, amount)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= STATE:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=section in (NOTED, COUNTED))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Product"), self.tr("On the note"), self.tr("Unpacked"), self.tr("How it stands"))[
            section
        ]

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, STATE)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, STATE))

    def _text(self, line: Compared, column: int) -> str:
        unit = line.product.unit
        if column == PRODUCT:
            return f"{line.product.sku}  {line.product.title}"
        if column in (NOTED, COUNTED):
            return quantity(line.noted if column == NOTED else line.counted, unit)
        difference = quantity(abs(line.counted - line.noted), unit)
        return {
            State.AS_NOTED: self.tr("As noted"),
            State.MISSING: self.tr("{amount} missing"),
            State.TOO_MANY: self.tr("{amount} too many"),
            State.NOT_ORDERED: self.tr("Not on the note"),
        }[line.state].format(amount=difference)
