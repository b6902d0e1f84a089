"""The catalog's products as a table model that holds a hundred thousand rows and reads only what is seen.

The model knows the ids in their order. Rows are read in blocks on a job's thread when a view asks for them;
until they come a view paints placeholders. Rows that may have changed stay on show while they are read again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal

from core.shop.shop import Shop
from desktop_app.engine.jobs import Job
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.cell_side import cell_side
from desktop_app.look.item_index import AnyIndex
from desktop_app.look.stock_words import stock
from desktop_app.look.tool_tip import for_role
from desktop_app.look.wording import dotted, price_today
from desktop_app.pages.catalog.lists.listed_product import ListedProduct, Listing
from desktop_app.pages.catalog.lists.product_columns import (
    EDITABLE,
    TO_THE_RIGHT,
    Column,
    cell_text,
    edit_text,
    heading,
)

BLOCK = 64
"""Rows that are read at once: more than a screen of the table shows."""
_AT_ONCE = 3
"""Blocks of one job. While somebody drags the scroll bar, only the newest are still of interest."""
_KEPT = 64
"""Blocks in memory: some four thousand products."""
_PAUSE_MS = 15

ReadRows = Callable[[Shop, Sequence[int]], Sequence[ListedProduct]]


class ProductModel(QAbstractTableModel):
    """Rows are products, columns :class:`~desktop_app.pages.catalog.lists.product_columns.Column`."""

    sort_wanted = Signal(int, Qt.SortOrder)
    edited = Signal(int, int, str)
    """A product's id, the column, and what was typed: the model itself changes nothing."""
    rows_read = Signal()

    def __init__(self, read: ReadRows, jobs: ShopJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._jobs = jobs
        self._listing: Listing | None = None
        self._count = 0
        self._blocks: OrderedDict[int, tuple[ListedProduct | None, ...]] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._reading: Job | None = None
        self._coming: set[int] = set()
        self._typed: dict[tuple[int, Column], str] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._read_wanted)

    # What is listed

    def show_listing(self, listing: Listing) -> bool:
        """List these products; False if they are the same in the same order, whose rows are read again."""
        if self._listing is not None and np.array_equal(self._listing.ids, listing.ids):
            self._listing = listing
            self.read_again()
            return False
        self.beginResetModel()
        self._listing = listing
        self._count = len(listing.ids)
        self._forget()
        self.endResetModel()
        return True

    def read_again(self) -> None:
        """Read all rows anew; what is seen now stays until then."""
        self._stale = set(self._blocks)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(Column) - 1))

    def ids_at(self, rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.int64]:
        """Ids of the products in these rows."""
        import numpy as np

        if self._listing is None:
            return np.empty(0, np.int64)
        taken: NDArray[np.int64] = self._listing.ids[np.asarray(rows, np.int64)]
        return taken

    def id_at(self, row: int) -> int | None:
        """Id of the product in ``row``."""
        if self._listing is None or not 0 <= row < self._count:
            return None
        return int(self._listing.ids[row])

    def rows_of(self, product_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows of these products, ascending; those that are not listed are left out."""
        if self._listing is None:
            return product_ids[:0]
        return self._listing.rows_of(product_ids)

    def row_of(self, product_id: int) -> int:
        """The row of a product; -1 if it is not listed."""
        import numpy as np

        rows = self.rows_of(np.array([product_id], np.int64))
        return int(rows[0]) if len(rows) else -1

    def product_at(self, row: int) -> ListedProduct | None:
        """The product in ``row``; None while it is not read yet, which asking sets going."""
        number, place = divmod(row, BLOCK)
        block = self._blocks.get(number)
        if (block is None or number in self._stale) and number not in self._coming:
            self._want(number)
        if block is None:
            return None
        self._blocks.move_to_end(number)
        return block[place] if place < len(block) else None

    def text_at(self, row: int, column: Column) -> str:
        """What the cell shows: what was typed into it a moment ago, or what the catalog says."""
        listed = self.product_at(row)
        if listed is None:
            return ""
        typed = self._typed.get((listed.product.id, column))
        return typed if typed is not None else cell_text(listed.product, column)

    # Qt's model

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """How many products are listed."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, to show, to edit, and to say aloud."""
        if not index.isValid() or not 0 <= index.row() < self._count:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(index.row(), column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=column in TO_THE_RIGHT)
        if role not in (
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        listed = self.product_at(index.row())
        if listed is None:
            return None
        if role == Qt.ItemDataRole.EditRole:
            return edit_text(listed.product, column)
        words = spoken(listed) if column is Column.TITLE else self.text_at(index.row(), column)
        return for_role(words, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Click to sort, drag to move; a right click hides columns and brings them back")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(is_figure=column in TO_THE_RIGHT)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every product takes pictures that are dropped on it; most cells can be edited."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if Column(index.column()) in EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass on what was typed, and show it until the catalog has said what came of it."""
        listed = self.product_at(index.row()) if index.isValid() else None
        column = Column(index.column()) if index.isValid() else Column.SKU
        if listed is None or role != Qt.ItemDataRole.EditRole or column not in EDITABLE:
            return False
        if str(value) != edit_text(listed.product, column):
            if column not in TO_THE_RIGHT:  # figures are written as the user's language has them
                self._typed[listed.product.id, column] = str(value)
            self.dataChanged.emit(index, index)
            self.edited.emit(listed.product.id, int(column), str(value))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; the page answers with another listing."""
        self.sort_wanted.emit(column, order)

    def retranslate(self) -> None:
        """Tell the views that words and figures read differently now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(Column) - 1))

    # Reading rows

    def _forget(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._coming.clear()
        self._blocks.clear()
        self._stale.clear()
        self._wanted.clear()
        self._typed.clear()

    def _want(self, number: int) -> None:
        self._wanted[number] = None
        self._wanted.move_to_end(number)
        if self._reading is None and not self._pause.isActive():
            self._pause.start()

    def _read_wanted(self) -> None:
        """Read the blocks that were asked for last; the others are asked for again if they are seen."""
        numbers = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()
        if not numbers or self._listing is None:
            return
        ids = {
            number: self._listing.ids[number * BLOCK : (number + 1) * BLOCK].tolist() for number in numbers
        }
        self._stale.difference_update(numbers)
        self._coming.update(numbers)

        def work(shop: Shop, _report: object) -> dict[int, tuple[ListedProduct | None, ...]]:
            read = self._read(shop, [one for block in ids.values() for one in block])
            rows = {row.product.id: row for row in read}
            return {number: tuple(map(rows.get, block)) for number, block in ids.items()}

        self._reading = self._jobs.run(work, success=self._keep)

    def _keep(self, blocks: dict[int, tuple[ListedProduct | None, ...]]) -> None:
        self._reading = None
        self._coming.clear()
        for number, block in blocks.items():
            self._blocks[number] = block
            self._blocks.move_to_end(number)
            if number not in self._stale:
                for listed in filter(None, block):
                    self._forget_typed(listed.product.id)
            last = min((number + 1) * BLOCK, self._count) - 1
            self.dataChanged.emit(self.index(number * BLOCK, 0), self.index(last, len(Column) - 1))
        while len(self._blocks) > _KEPT:
            number, _ = self._blocks.popitem(last=False)
            self._stale.discard(number)
        self.rows_read.emit()
        if self._wanted:
            self._pause.start()

    def _forget_typed(self, product_id: int) -> None:
        if self._typed:
            for column in Column:
                self._typed.pop((product_id, column), None)


def spoken(listed: ListedProduct) -> str:
    """A product in one line, for screen readers and tool tips."""
    product = listed.product
    return dotted(
        product.title,
        product.sku,
        product.category,
        price_today(product.price_minor, product.currency, product.sale),
        stock(product.stock, product.unit),
        product.location,
    )
