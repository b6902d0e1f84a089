"""A grid of equal cards that is as quick with a hundred thousand as with ten.

Qt's own list view works out the place of every card whenever the list or the window changes, which takes
longer than a frame. Here a card's place is arithmetic: only cards that are seen cost anything.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

from desktop_app.engine.picture_mime import may_hold_pictures

AnyIndex = QModelIndex | QPersistentModelIndex

_Flag = QItemSelectionModel.SelectionFlag
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ProductGrid(QAbstractItemView):
    """Cards in rows from the left; whole rows of the model are selected. Cards take pictures.

    Args:
        card: the least size of a card; cards grow in width to fill their row.
    """

    dropped = Signal(int, object)
    """The row under the pointer (-1 beside every card) and the QMimeData."""
    hovered = Signal(int)
    """The row that something is dragged over; -1 when it goes."""

    def __init__(self, card: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._anchor = 0
        self._under_mouse = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyboardSearch(self, search: str) -> None:
        """Ctrl+F finds; what is typed on a card must not choose another product."""

    # Where cards are

    @property
    def columns(self) -> int:
        """Cards side by side."""
        return max(1, self.viewport().width() // self._card.width())

    def visualRect(self, index: AnyIndex) -> QRect:
        """A card's place in the viewport."""
        if not index.isValid():
            return QRect()
        line, place = divmod(index.row(), self.columns)
        width = self.viewport().width() / self.columns
        left, right = round(place * width), round((place + 1) * width)
        top = line * self._card.height() - self.verticalOffset()
        return QRect(left, top, right - left, self._card.height())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card under a point of the viewport."""
        columns = self.columns
        place = min(columns - 1, max(0, point.x() * columns // max(1, self.viewport().width())))
        line = (point.y() + self.verticalOffset()) // self._card.height()
        return self._index(line * columns + place) if line >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll until the card is seen whole."""
        card, room, bar = self.visualRect(index), self.viewport().height(), self.verticalScrollBar()
        if card.isNull():
            return
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + card.center().y() - room // 2)
        elif card.top() < 0 or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + card.top())
        elif card.bottom() >= room:
            bar.setValue(bar.value() + card.bottom() - room + 1)

    def verticalOffset(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """It never scrolls sideways."""
        return 0

    def isIndexHidden(self, index: AnyIndex) -> bool:
        """A card shows the model's first column."""
        return index.column() != 0

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """All that is seen is painted again: cheaper than to look where the selected cards are."""
        return QRegion(self.viewport().rect())

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the cards."""
        super().updateGeometries()
        lines = -(-self._count() // self.columns)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, lines * self._card.height() - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._card.height() // 4)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards that are seen."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        base = option.state & ~QStyle.StateFlag.State_HasFocus & ~QStyle.StateFlag.State_MouseOver
        columns, height = self.columns, self._card.height()
        first = (event.rect().top() + self.verticalOffset()) // height * columns
        last = min(self._count(), ((event.rect().bottom() + self.verticalOffset()) // height + 1) * columns)
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row in range(max(0, first), last):
            index = self._index(row)
            option.rect = self.visualRect(index)
            option.state = base
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if row == self._under_mouse:
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card at the top stays at the top."""
        old = max(1, event.oldSize().width() // self._card.width())
        top = self.verticalOffset() // self._card.height() * old
        super().resizeEvent(event)
        self.updateGeometries()
        if old != self.columns and top:
            self.verticalScrollBar().setValue(top // self.columns * self._card.height())

    # Keys and mouse

    def moveCursor(self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier) -> QModelIndex:
        """Where the focus goes by the keys that :meth:`keyPressEvent` does not know."""
        actions = QAbstractItemView.CursorAction
        page = max(1, self.viewport().height() // self._card.height()) * self.columns
        row, last = self.currentIndex().row(), self._count() - 1
        targets = {
            actions.MoveHome: 0,
            actions.MoveEnd: last,
            actions.MovePageUp: row - page,
            actions.MovePageDown: row + page,
            actions.MoveNext: row + 1,
            actions.MovePrevious: row - 1,
        }
        return self._index(min(last, max(0, targets.get(action, row))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and pages move; Shift extends, Ctrl moves without choosing, Space chooses."""
        row = self.currentIndex().row()
        actions = QAbstractItemView.CursorAction
        jumps = {
            Qt.Key.Key_Home: actions.MoveHome,
            Qt.Key.Key_End: actions.MoveEnd,
            Qt.Key.Key_PageUp: actions.MovePageUp,
            Qt.Key.Key_PageDown: actions.MovePageDown,
        }
        key = Qt.Key(event.key())
        if key in _STEPS:
            across, down = _STEPS[key]
            target = row + across + down * self.columns
            if row < 0 or 0 <= target < self._count():
                self._go(max(0, target), event.modifiers())
        elif key in jumps:
            self._go(self.moveCursor(jumps[key], event.modifiers()).row(), event.modifiers())
        elif key == Qt.Key.Key_Space and row >= 0:
            toggles = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._choose(row, row, _Flag.Toggle if toggles else _Flag.ClearAndSelect)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses; Ctrl adds or takes away, Shift extends."""
        row = self.indexAt(event.position().toPoint()).row()
        if row < 0:
            self.clearSelection()
        elif event.button() == Qt.MouseButton.RightButton:
            if not self.selectionModel().isSelected(self._index(row)):
                self._go(row, Qt.KeyboardModifier.NoModifier)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._anchor = row
            self.selectionModel().setCurrentIndex(self._index(row), _Flag.NoUpdate)
            self._choose(row, row, _Flag.Toggle)
        else:
            self._go(row, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The card under the pointer is marked."""
        self._mark(self.indexAt(event.position().toPoint()).row())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """All is done when the button is pressed."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the product."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.activated.emit(index)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may hold pictures."""
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say which card it is over."""
        self.hovered.emit(self.indexAt(event.position().toPoint()).row())
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self.hovered.emit(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand it on."""
        self.hovered.emit(-1)
        event.acceptProposedAction()
        self.dropped.emit(self.indexAt(event.position().toPoint()).row(), event.mimeData())

    def setSelection(self, rectangle: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the cards from one corner of the rectangle to the other, in reading order."""
        first, last = self.indexAt(rectangle.topLeft()).row(), self.indexAt(rectangle.bottomRight()).row()
        if first >= 0 and last >= 0:
            self._choose(min(first, last), max(first, last), command)

    def _go(self, row: int, keys: Qt.KeyboardModifier) -> None:
        index = self._index(row)
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self._choose(min(self._anchor, row), max(self._anchor, row), _Flag.ClearAndSelect)
        else:
            self._anchor = row
            if not keys & Qt.KeyboardModifier.ControlModifier:
                self._choose(row, row, _Flag.ClearAndSelect)
        self.scrollTo(index)
        self.viewport().update()

    def _choose(self, first: int, last: int, command: QItemSelectionModel.SelectionFlag) -> None:
        right = self.model().columnCount() - 1
        self.selectionModel().select(
            QItemSelection(self._index(first), self.model().index(last, right)), command
        )

    def _mark(self, row: int) -> None:
        if row != self._under_mouse:
            self._under_mouse = row
            self.viewport().update()

    def _count(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0) if 0 <= row < self._count() else QModelIndex()
