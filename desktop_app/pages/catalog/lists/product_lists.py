"""The catalog as a table and as a grid: two views on one model with one selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStackedWidget,
    QWidget,
)

from core.settings import CatalogView
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.lists.listed_product import Listing
from desktop_app.pages.catalog.lists.product_card_delegate import CARD_HEIGHT, CARD_WIDTH, ProductCardDelegate
from desktop_app.pages.catalog.lists.product_cell_delegate import ProductCellDelegate
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.lists.product_grid import ProductGrid
from desktop_app.pages.catalog.lists.product_model import ProductModel
from desktop_app.pages.catalog.lists.product_table import ProductTable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_RANGES = 2000
"""A selection in more pieces than this is not carried over to another order: painting it would be slow."""
_SETTLE_MS = 60


class ProductLists(QStackedWidget):
    """Shows one of the two; keeps selection, place and focus through changes of the list."""

    selecting = Signal()
    """Something else is selected, at once: what may be done follows every key."""
    selection_changed = Signal()
    """It has settled: several changes in a row are told once."""
    opened = Signal(int)
    """A product's id: Enter or a double click on a card."""
    pictures_dropped = Signal(int, object)
    """A product's id (-1 beside every product) and the QMimeData."""
    menu_wanted = Signal(QPoint)
    """In global coordinates."""

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        model: ProductModel,
        currency: Callable[[], str],
        choices: Callable[[Column], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.table = ProductTable(self)
        self.grid = ProductGrid(QSize(CARD_WIDTH, CARD_HEIGHT), self)
        self.cells = ProductCellDelegate(themes, thumbnails, model, currency, choices, self.table)
        self._cards = ProductCardDelegate(themes, thumbnails, model, self.grid)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.selection_changed)
        self.table.show_model(model, self.cells)
        self.table.activated.connect(self._on_activated)
        self._build_grid()
        self._selection = self.table.selectionModel()
        # To paint itself a header asks of every row whether it is selected: give it nothing to ask about.
        self.table.header.setSelectionModel(QItemSelectionModel(model, self))
        self.table.verticalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.grid.setSelectionModel(self._selection)
        self._selection.selectionChanged.connect(lambda *_: self.selecting.emit())
        self.selecting.connect(self._settle.start)
        for view, delegate in ((self.table, self.cells), (self.grid, self._cards)):
            self.addWidget(view)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(
                lambda place, view=view: self.menu_wanted.emit(view.viewport().mapToGlobal(place))
            )
            view.dropped.connect(self._on_dropped)
            view.hovered.connect(lambda row, view=view, delegate=delegate: _hover(view, delegate, row))
        thumbnails.ready.connect(lambda _path: self.view.viewport().update())
        themes.changed.connect(lambda: self.view.viewport().update())

    @property
    def view(self) -> QAbstractItemView:
        """The one in front."""
        return self.table if self.currentIndex() == 0 else self.grid

    def show_view(self, which: CatalogView) -> None:
        """Show the table or the grid, at the same place."""
        # An empty list has none selected; finding that out would import numpy before the first paint.
        rows = self.selected_rows() if self.model.rowCount() else None
        current = self._selection.currentIndex()
        top = self.first_row_seen()
        had_focus = self.view.hasFocus()
        self.setCurrentWidget(self.table if which == "table" else self.grid)
        if rows is not None and len(rows):
            self._select(rows)
        is_kept = current.isValid() and rows is not None and len(rows) > 0
        target = current if is_kept else self.model.index(top, 0)
        if target.isValid():
            self.view.scrollTo(target, QAbstractItemView.ScrollHint.PositionAtCenter)
        if had_focus:
            self.view.setFocus()

    def show_listing(self, listing: Listing, *, is_same: bool = False) -> None:
        """List these products; what was selected stays selected, and what was seen in sight if it can.

        Args:
            is_same: it is the list of before, from which products went or to which some came: the place
                stays, and below those that were selected and went, the next one is selected.
        """
        ids = self.selected_ids()
        place = self.view.verticalScrollBar().value()
        follower = self._follower(listing) if is_same else None
        current = self.model.id_at(self._selection.currentIndex().row())
        column = max(0, self._selection.currentIndex().column())
        at_top = self.view.verticalScrollBar().value() == 0
        if not self.model.show_listing(listing):
            return
        row = self.model.row_of(current) if current is not None else -1
        if row >= 0:
            self._selection.setCurrentIndex(
                self.model.index(row, column), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._select(self.model.rows_of(ids))
        if follower is not None:
            self.select_product(follower)
        if is_same:
            self.view.doItemsLayout()  # or there would be no place yet to go to
            self.view.verticalScrollBar().setValue(place)
            self.view.scrollTo(self._selection.currentIndex())
        elif row >= 0 and not at_top:
            self.view.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            self.view.scrollToTop()
        if len(ids) and not self._selection.hasSelection():
            self._settle.start()

    def selected_rows(self) -> NDArray[np.int64]:
        """The rows that are selected, ascending."""
        import numpy as np  # loaded long before anything can be selected

        chosen: Sequence[QItemSelectionRange] = self._selection.selection()  # type: ignore[assignment]
        ranges = {(one.top(), one.bottom()) for one in chosen}
        runs = [np.arange(top, bottom + 1, dtype=np.int64) for top, bottom in sorted(ranges)]
        if len(runs) == 1:
            return runs[0]
        return np.unique(np.concatenate(runs)) if runs else np.empty(0, np.int64)

    def selected_ids(self) -> NDArray[np.int64]:
        """The products that are selected, in the list's order."""
        return self.model.ids_at(self.selected_rows())

    def select_product(self, product_id: int) -> bool:
        """Select one product and show it; False if it is not listed."""
        row = self.model.row_of(product_id)
        if row < 0:
            return False
        index = self.model.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag
        self._selection.setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def enter(self) -> None:
        """Go on here by keys: the first product is selected, unless one is."""
        self.view.setFocus()
        first = self.model.id_at(0)
        if first is not None and not self._selection.hasSelection():
            self.select_product(first)

    def first_row_seen(self) -> int:
        """The row at the view's top; 0 in an empty list."""
        return max(0, self.view.indexAt(QPoint(8, 8)).row())

    def edit(self, column: Column) -> None:
        """Edit a cell of the current product in the table."""
        row = self._selection.currentIndex().row()
        if row >= 0 and self.currentWidget() is self.table:
            index = self.model.index(row, column)
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def move_column(self, by: int) -> None:
        """Move the current cell's column in the table, to the right or (below zero) to the left."""
        index = self._selection.currentIndex()
        if index.isValid() and self.currentWidget() is self.table:
            self.table.header.move_column(Column(index.column()), by)
            self.table.scrollTo(index)

    def show_order(self, column: Column | None, order: Qt.SortOrder) -> None:
        """Mark the column that the list is sorted by; None for none."""
        header = self.table.header
        header.blockSignals(True)
        header.setSortIndicatorShown(column is not None)
        header.setSortIndicator(-1 if column is None else int(column), order)
        header.blockSignals(False)

    def retranslate(self) -> None:
        """Say the views' names in the language of now."""
        for view in (self.table, self.grid):
            view.setAccessibleName(self.tr("Products"))

    def _follower(self, listing: Listing) -> int | None:
        """Where nothing of what is selected is in ``listing``: the next product below that is, or above."""
        import numpy as np

        rows = self.selected_rows()
        if not len(rows) or len(listing.rows_of(self.model.ids_at(rows))):
            return None
        below = np.arange(rows[-1] + 1, self.model.rowCount())
        above = np.arange(rows[0])[::-1]
        for product_id in self.model.ids_at(np.concatenate((below, above))):
            if len(listing.rows_of(product_id[np.newaxis])):
                return int(product_id)
        return None

    def _select(self, rows: NDArray[np.int64]) -> None:
        ranges = _ranges(rows)
        if len(ranges) > _MOST_RANGES:
            return
        last = len(Column) - 1
        selection = QItemSelection()
        for top, bottom in ranges:
            selection.append(QItemSelectionRange(self.model.index(top, 0), self.model.index(bottom, last)))
        self._selection.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_dropped(self, row: int, mime: QMimeData) -> None:
        product_id = self.model.id_at(row)
        self.pictures_dropped.emit(-1 if product_id is None else product_id, mime)

    def _on_activated(self, index: QModelIndex) -> None:
        product_id = self.model.id_at(index.row())
        if product_id is not None:
            self.opened.emit(product_id)

    def _build_grid(self) -> None:
        grid = self.grid
        grid.setObjectName("cataloggrid")
        grid.setModel(self.model)
        grid.setItemDelegate(self._cards)
        grid.activated.connect(self._on_activated)


def _hover(view: QAbstractItemView, delegate: Any, row: int) -> None:
    if delegate.drop_row != row:
        delegate.drop_row = row
        view.viewport().update()


def _ranges(rows: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Ascending rows as (first, last) of each run."""
    import numpy as np

    if not len(rows):
        return []
    breaks = np.flatnonzero(np.diff(rows) != 1)
    first, last = np.append(0, breaks + 1), np.append(breaks, len(rows) - 1)
    return list(zip(rows[first].tolist(), rows[last].tolist(), strict=True))
