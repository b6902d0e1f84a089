"""Rows of a stocktake: what was counted, and what a piece may be; one delegate paints both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.painting import (
    CardDelegate,
    paint_card,
    paint_key,
    paint_line,
    paint_picture,
    row_state,
    sized_font,
)
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.tool_tip import for_role

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
HEIGHT, _GAP = 72, 8
_AMOUNT, _LEAST_AMOUNT = 22, 11


@dataclass(frozen=True, slots=True)
class StockRow:
    """What one row says.

    Attributes:
        amount: how much was counted; it stands apart at the right. "" for a product that may be chosen.
        key: the key that chooses the product; "" for none.
    """

    product_id: int
    title: str
    caption: str
    thumbnail: str
    spoken: str
    amount: str = ""
    key: str = ""


class StockRowModel(QAbstractListModel):
    """Rows in the order given; :data:`ROW_ROLE` gives the row itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[StockRow, ...] = ()

    def show_rows(self, rows: Sequence[StockRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def at(self, row: int) -> StockRow | None:
        """The row with this number."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many rows; a list has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, a sentence for screen readers, or the row itself."""
        row = self.at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return for_role(row.spoken, role)
        return None


class StockRowDelegate(CardDelegate):
    """A picture with its key over it, two lines, and the quantity apart."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(themes, parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """The row and the gap below it."""
        return QSize(280, HEIGHT + _GAP)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row."""
        row: StockRow = index.data(ROW_ROLE)
        colours = self._themes.colours
        card = QRectF(option.rect).adjusted(2, 2, -2, 2 - _GAP)
        is_chosen = row_state(option).selected
        paint_card(painter, card, colours, ringed=is_chosen)
        frame = QRectF(card.left() + 8, card.top() + 8, card.height() - 16, card.height() - 16)
        paint_picture(painter, frame, self._thumbnails.get(row.thumbnail), colours, 8)
        if row.key:
            paint_key(painter, QRectF(frame.left() - 4, frame.top() - 4, 24, 24), row.key, colours)
        right = (
            self._paint_amount(painter, card, row.amount, is_chosen=is_chosen) if row.amount else card.right()
        )
        words = QRectF(frame.right() + 12, card.top() + 12, right - frame.right() - 24, 22)
        paint_line(painter, words, 15, colours.text, row.title, bold=True)
        words.translate(0, 24)
        paint_line(painter, words, 13, colours.muted, row.caption)

    def _paint_amount(self, painter: QPainter, card: QRectF, amount: str, *, is_chosen: bool) -> float:
        """The quantity on a ground of its own, as wide as it needs; where that begins.

        It is the number that a clerk corrects, and never cut: a long one is smaller.
        """
        colours = self._themes.colours
        size = _AMOUNT
        while size > _LEAST_AMOUNT and _wide(painter, amount, size) > card.width() / 3:
            size -= 1
        wide = max(64.0, _wide(painter, amount, size) + 24)
        room = QRectF(card.right() - wide, card.top(), wide, card.height()).adjusted(-8, 8, -8, -8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if is_chosen else colours.raised))
        painter.drawRoundedRect(room, 8, 8)
        painter.setFont(sized_font(painter.font(), size, bold=True))
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, amount)
        return room.left()


def _wide(painter: QPainter, text: str, size: int) -> float:
    return QFontMetricsF(sized_font(painter.font(), size, bold=True)).horizontalAdvance(text)
