"""Every stock movement of one product, to read and to export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from core.catalog.products.products import product_by_id
from core.catalog.stock_history import stock_history
from core.errors import KnownError
from core.messages import message
from core.shop.shop import Shop
from desktop_app.look.language import Translated
from desktop_app.look.stock_words import stock
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.pages.catalog.file_dialogs import ask_for_table
from desktop_app.pages.catalog.history.model import NOTE, StockHistoryModel
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.row_table import RowTable

if TYPE_CHECKING:
    from core.catalog.products.products import Product
    from core.catalog.stock_history import StockChange

_ROW = 36


@dataclass(frozen=True, slots=True)
class ProductHistory:
    """A product, and how its stock came to what it is, the newest movement first."""

    product: Product
    changes: tuple[StockChange, ...]


def product_history(shop: Shop, product_id: int) -> ProductHistory:
    """Read it; for a job.

    Raises:
        KnownError: the product is no longer there.
    """
    with shop.catalog.snapshot():
        product = product_by_id(shop.catalog, product_id)
        if product is None:
            raise KnownError(message("core", "This product is no longer in the shop. Search again."))
        return ProductHistory(product, tuple(stock_history(shop.catalog, product_id)))


class StockHistoryDialog(Translated, QDialog):
    """As it was when it was opened."""

    def __init__(
        self,
        themes: ThemeSwitch,
        history: ProductHistory,
        export: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._history = history
        self._title = text_label("title", wrap=True)
        self._words = text_label("muted", wrap=True)
        self.model = StockHistoryModel(history.changes, history.product.unit, self)
        self.table = RowTable(_ROW, self)
        self.table.setModel(self.model)
        self.table.setAlternatingRowColors(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(100)
        self.export_button = IconButton(themes, "export", parent=self)
        self.export_button.clicked.connect(lambda: ask_for_table(self, self.windowTitle(), export))
        self._close = QPushButton(self)
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.export_button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.resize(760, 520)
        self.retranslate()
        self.table.setFocus()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        product = self._history.product
        self.setWindowTitle(self.tr("Stock history"))
        self._title.setText(product.title)
        self._words.setText(
            dotted(
                product.sku,
                stock(product.stock, product.unit),
                self.tr("%n movement(s)", "", len(self._history.changes)),
            )
        )
        self.table.setAccessibleName(self.tr("Stock history"))
        self.export_button.setText(self.tr("Export…"))
        self._close.setText(self.tr("Close"))
        self.model.retranslate()
