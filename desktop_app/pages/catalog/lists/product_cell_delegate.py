"""Paints the catalog's table, and edits its cells with the reason for a refusal right below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLabel,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from core.errors import KnownError
from core.messages import Sentence
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.language import in_words
from desktop_app.look.painting import (
    CardDelegate,
    paint_line,
    paint_picture,
    paint_placeholder,
    row_state,
)
from desktop_app.look.stock_words import stock_tone
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.lists.listed_product import ListedProduct
from desktop_app.pages.catalog.lists.product_columns import TO_THE_RIGHT, Column, heading, read_entry
from desktop_app.pages.catalog.lists.product_model import ProductModel

ROW_HEIGHT = 56
_PICTURE = 40
_PADDING = 8
_GAP = 12
_CLOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellEditor(QLineEdit):
    """A line that knows what is wrong with it, and shows it below itself."""

    def __init__(self, read: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._read = read
        self.setObjectName("celleditor")
        self.bubble = QLabel(parent)
        self.bubble.setObjectName("problem")
        self.bubble.setTextFormat(Qt.TextFormat.PlainText)
        self.bubble.setWordWrap(True)
        self.bubble.hide()
        self.destroyed.connect(self.bubble.deleteLater)
        self.textChanged.connect(lambda _text: self.bubble.isVisible() and self.complain())

    def problem(self) -> Sentence | None:
        """Why the text cannot be taken; None if it can."""
        try:
            self._read(self.text())
        except KnownError as error:
            return error.sentence
        return None

    def complain(self) -> bool:
        """Show what is wrong, if anything is; True if so."""
        problem = self.problem()
        words = in_words(problem) if problem is not None else ""
        self.bubble.setText(words)
        self.setProperty("wrong", bool(words))
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleDescription(words)
        self.bubble.setVisible(bool(words))
        if words:
            width = max(280, self.width())
            self.bubble.resize(width, self.bubble.heightForWidth(width))
            self.bubble.move(self._below())
            self.bubble.raise_()
        return bool(words)

    def hideEvent(self, event: QHideEvent) -> None:
        """The reason for a refusal goes with the line that it is about."""
        super().hideEvent(event)
        self.bubble.hide()

    def _below(self) -> QPoint:
        """Below the line; above it where there is no room, and never beyond the right edge."""
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else self.rect()
        top = self.geometry().bottom() + 4
        if top + self.bubble.height() > room.height():
            top = self.geometry().top() - self.bubble.height() - 4
        return QPoint(min(self.x(), max(0, room.width() - self.bubble.width() - 8)), top)


class ProductCellDelegate(CardDelegate):
    """For a table view on a :class:`ProductModel`.

    Args:
        currency: what a price is in that does not say so, for a product that has none.
        choices: words that a column's cells have already, to choose from while typing.
    """

    refused = Signal()

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        model: ProductModel,
        currency: Callable[[], str],
        choices: Callable[[Column], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(themes, parent)
        self._thumbnails = thumbnails
        self._model = model
        self._currency = currency
        self._choices = choices
        self.drop_row = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Every row is as high as any other."""
        return QSize(120, ROW_HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        colours = self._themes.colours
        column = Column(index.column())
        room = QRectF(option.rect)
        self._paint_ground(painter, option, index, room)
        listed = self._model.product_at(index.row())
        inner = room.adjusted(_PADDING, 0, -_PADDING, 0)
        if column is Column.TITLE:
            frame = QRectF(inner.left(), room.center().y() - _PICTURE / 2, _PICTURE, _PICTURE)
            if listed is not None:
                paint_picture(painter, frame, self._thumbnails.get(listed.thumbnail, 128), colours, 8)
            inner.setLeft(frame.right() + _GAP)
        if listed is None:
            width = inner.width() * (0.35 + 0.4 * ((index.row() * 7 + column * 3) % 10) / 10)
            paint_placeholder(painter, QRectF(inner.left(), room.center().y() - 5, width, 10), colours)
        else:
            self._paint_text(painter, inner, option, index.row(), column, listed)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, room: QRectF
    ) -> None:
        colours, state = self._themes.colours, row_state(option)
        if index.row() == self.drop_row or state.selected:
            painter.fillRect(room, QColor(colours.accent_soft))
        elif state.hovered:
            painter.fillRect(room, QColor(colours.raised))
        painter.fillRect(QRectF(room.left(), room.bottom() - 1, room.width(), 1), QColor(colours.border))
        if state.focused:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -3), 6, 6)

    def _paint_text(
        self,
        painter: QPainter,
        room: QRectF,
        option: QStyleOptionViewItem,
        row: int,
        column: Column,
        listed: ListedProduct,
    ) -> None:
        colours, product = self._themes.colours, listed.product
        text = self._model.text_at(row, column)
        to_right = column in TO_THE_RIGHT
        colour = colours.muted if product.archived else colours.text
        if column is Column.TITLE:
            if not product.archived:
                paint_line(painter, room, 14, colour, text, bold=True)
                return
            upper, lower = QRectF(room), QRectF(room)
            upper.setBottom(room.center().y() + 1)
            lower.setTop(room.center().y() + 1)
            paint_line(painter, upper.adjusted(0, 6, 0, 0), 14, colour, text, bold=True)
            words = self.tr("Archived")
            paint_line(painter, lower.adjusted(0, 0, 0, -8), 12, colours.muted, words)
            return
        tone = stock_tone(product.stock, low=listed.is_low)
        if column is Column.STOCK and tone in ("bad", "doubt") and not product.archived:
            colour = colours.bad if tone == "bad" else colours.doubt
            paint_line(painter, room, 14, colour, text, bold=True, to_right=to_right)
            return
        if column in (Column.SKU, Column.BARCODE, Column.UPDATED):
            colour = colours.muted
        paint_line(painter, room, 14, colour, text, to_right=to_right)

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """A line for the cell's text."""
        column = Column(index.column())
        listed = self._model.product_at(index.row())
        currency = (listed.product.currency if listed is not None else "") or self._currency()
        editor = CellEditor(lambda text: read_entry(column, text, currency), parent)
        editor.setAccessibleName(heading(column))
        if column in TO_THE_RIGHT:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = self._choices(column)
        if words:
            completer = QCompleter(list(words), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Right over the cell's text."""
        rectangle = option.rect.adjusted(2, 8, -2, -9)
        if index.column() == Column.TITLE:
            rectangle.setLeft(option.rect.left() + _PADDING + _PICTURE + 2)
        editor.setGeometry(rectangle)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """The cell's text, all of it marked, unless somebody is typing already."""
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Hand over what can be right; anything else is dropped."""
        if isinstance(editor, CellEditor) and editor.isModified() and editor.problem() is None:
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A line that cannot be right stays open when its end is said, and says why."""
        if (
            isinstance(editor, CellEditor)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _CLOSING_KEYS
            and editor.complain()
        ):
            self.refused.emit()
            return True
        return super().eventFilter(editor, event)
