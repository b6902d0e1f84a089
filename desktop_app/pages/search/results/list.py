"""The products found, in a list or a grid; over them the selected one's buttons, and what is offered."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QWidget

from core.answer import Result
from core.settings import ResultShape
from desktop_app.pages.search.results import actions as result_actions
from desktop_app.pages.search.results import offer_strip
from desktop_app.pages.search.results.actions import ResultActionRow
from desktop_app.pages.search.results.delegate import ResultDelegate
from desktop_app.pages.search.results.model import (
    IS_FIRST_CHOICE_ROLE,
    KEYS,
    RESULT_ROLE,
    ResultModel,
)
from desktop_app.pages.search.results.offer_strip import OfferStrip
from desktop_app.pages.search.results.tiles import largest_tile, usual_tile

_PADDING = 20


class ResultList(QListView):
    """A click selects, a second one or Enter opens; the keys of the actions work while it has the focus."""

    chosen = Signal(object)
    """The Result to open."""
    selected = Signal()
    """Another product is selected, or none."""
    menu_wanted = Signal(object)
    """The place, in global coordinates, for the selected product's menu."""

    def __init__(self, model: ResultModel, delegate: ResultDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self._results = model
        self._row: ResultActionRow | None = None
        self._strip: OfferStrip | None = None
        self._is_choice = False
        self._pressed_current = False
        self._places = QTimer(self, singleShot=True, interval=0)
        self._places.timeout.connect(self._place)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self.arrange)

    def lay_over(self, row: ResultActionRow, strip: OfferStrip) -> None:
        """Give the selected product its buttons, and the first its offers."""
        self._row, self._strip = row, strip
        row.setParent(self.viewport())
        strip.setParent(self.viewport())
        row.hide()
        strip.hide()

    def result(self) -> Result | None:
        """The product that is selected."""
        found: Result | None = self.currentIndex().data(RESULT_ROLE)
        return found

    def select(self, row: int) -> None:
        """Select the product in ``row``, and have it seen."""
        index = self._results.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def set_shape(self, shape: ResultShape, *, is_choice: bool = False) -> None:
        """Stand in a list or in a grid; of a choice the first are seen at once, as large as can be."""
        self._is_choice = is_choice
        self._delegate.shape = shape
        self._size_tiles()
        is_grid = shape == "grid"
        self.setFlow(QListView.Flow.LeftToRight if is_grid else QListView.Flow.TopToBottom)
        self.setWrapping(is_grid)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Candidates grow with the window."""
        super().resizeEvent(event)
        self._size_tiles()

    def arrange(self) -> None:
        """Keep room for what lies over the products, and put it there."""
        rooms: dict[int, int] = {}
        if self._strip is not None and self._has_strip():
            rooms[0] = offer_strip.HEIGHT
        current = self.currentIndex().row()
        if self._row is not None and current >= 0 and self._delegate.shape == "list":
            rooms[current] = rooms.get(current, 0) + result_actions.ROW_HEIGHT
        if rooms != self._delegate.rooms:
            self._delegate.rooms = rooms
            self.scheduleDelayedItemsLayout()
        self._places.start()

    def updateGeometries(self) -> None:
        """Whatever moved, what lies over it moves along."""
        super().updateGeometries()
        self._places.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The same."""
        super().scrollContentsBy(dx, dy)
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the product was selected before."""
        index = self.indexAt(event.position().toPoint())
        self._pressed_current = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.result() is not None:
            self.chosen.emit(self.result())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of actions here."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The selected product's menu."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if not index.isValid():
                return
            self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos())
        elif self.result() is not None:
            rectangle = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(rectangle.center()))

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._pressed_current:
            self.chosen.emit(index.data(RESULT_ROLE))

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.arrange()
        self.selected.emit()

    def _size_tiles(self) -> None:
        # The list keeps room for a scroll bar when it puts tiles in lines, whether there is one or not.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room = self.maximumViewportSize() - QSize(bar, 0)
        tile = largest_tile(room, KEYS) if self._is_choice else usual_tile(room)
        if tile != self._delegate.tile:
            self._delegate.tile = tile
            self.scheduleDelayedItemsLayout()

    def _has_strip(self) -> bool:
        first = self._results.index(0)
        return (
            self._strip is not None
            and bool(self._strip.products)
            and self._delegate.shape == "list"
            and bool(first.data(IS_FIRST_CHOICE_ROLE))
        )

    def _place(self) -> None:
        self._place_strip()
        row, current = self._row, self.currentIndex()
        if row is None:
            return
        if not current.isValid() or self._delegate.shape == "grid":
            row.hide()
            return
        card = self._delegate.card(self.visualRect(current)).toRect()
        row.set_room(card.width() - 2 * _PADDING)
        top = card.bottom() - result_actions.ROW_HEIGHT + 4
        row.setGeometry(QRect(card.left() + _PADDING, top, card.width() - 2 * _PADDING, 44))
        row.show()

    def _place_strip(self) -> None:
        strip = self._strip
        if strip is None:
            return
        if not self._has_strip():
            strip.hide()
            return
        first = self._results.index(0)
        card = self._delegate.card(self.visualRect(first)).toRect()
        top = card.top() + self._delegate.content_height(first) - 8
        strip.setGeometry(card.left() + _PADDING, top, card.width() - 2 * _PADDING, offer_strip.HEIGHT)
        strip.show()
