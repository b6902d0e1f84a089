"""The catalog's table: its columns and how they behave, and rows that take pictures."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop_app.engine.picture_mime import may_hold_pictures
from desktop_app.pages.catalog.lists.column_layout import AS_IT_COMES
from desktop_app.pages.catalog.lists.product_cell_delegate import ROW_HEIGHT, ProductCellDelegate
from desktop_app.pages.catalog.lists.product_model import ProductModel
from desktop_app.pages.catalog.lists.table_header import TableHeader


class ProductTable(QTableView):
    """A table whose rows take pictures."""

    dropped = Signal(int, object)
    """A row (-1 below the last) and the QMimeData."""
    hovered = Signal(int)
    """The row below what is dragged; -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = TableHeader(self)

    def show_model(self, model: ProductModel, cells: ProductCellDelegate) -> None:
        """Show ``model`` by ``cells``; call it once."""
        self.setHorizontalHeader(self.header)
        self.setObjectName("catalogtable")
        self.setModel(model)
        self.setItemDelegate(cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.header.show_columns(AS_IT_COMES)
        self.setSortingEnabled(True)

    def keyboardSearch(self, search: str) -> None:
        """What is typed on a cell that cannot be edited goes nowhere: it must not choose another product."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may hold pictures."""
        _enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Any row will do."""
        self.hovered.emit(_row_under(self, event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self.hovered.emit(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped, and where."""
        self.hovered.emit(-1)
        event.acceptProposedAction()
        self.dropped.emit(_row_under(self, event.position().toPoint()), event.mimeData())


def _enter(event: QDragEnterEvent) -> None:
    if may_hold_pictures(event.mimeData()):
        event.acceptProposedAction()


def _row_under(view: QAbstractItemView, place: QPoint) -> int:
    return view.indexAt(place).row()
