"""One of two products in the duplicates dialog: its picture and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated
from desktop_app.look.stock_words import stock
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted, price
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_view import PictureView

if TYPE_CHECKING:
    from desktop_app.pages.catalog.duplicates.pairs import ShownProduct


class ProductSide(Translated, QWidget):
    """Says above the picture whether this one stays."""

    def __init__(
        self, themes: ThemeSwitch, thumbnails: Thumbnails, *, stays: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._stays = stays
        self._shown: ShownProduct | None = None
        self._fate = text_label("section")
        self.picture = PictureView(themes, self)
        self.picture.setMinimumHeight(140)
        self._title = text_label("title", wrap=True)
        self._facts, self._more = text_label("muted", wrap=True), text_label("muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._fate)
        column.addWidget(self.picture, 1)
        for label in (self._title, self._facts, self._more):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        thumbnails.ready.connect(self._on_ready)
        self.retranslate()

    @property
    def product_id(self) -> int:
        """The product that is shown; -1 for none."""
        return -1 if self._shown is None else self._shown.product.id

    def show_product(self, shown: ShownProduct) -> None:
        """Show it."""
        self._shown = shown
        self._draw()
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._fate.setText(self.tr("Stays") if self._stays else self.tr("Joins it"))
        if self._shown is None:
            return
        product = self._shown.product
        self._title.setText(product.title)
        costs = "" if product.price_minor is None else price(product.price_minor, product.currency)
        self._facts.setText(dotted(product.sku, product.brand, product.barcode, costs))
        photos = self.tr("%n photo(s)", "", self._shown.photos)
        self._more.setText(dotted(stock(product.stock, product.unit), photos, *product.tags))
        self.picture.setAccessibleName(product.title)

    def _on_ready(self, path: str) -> None:
        if self._shown is not None and path == self._shown.picture:
            self._draw()

    def _draw(self) -> None:
        path = self._shown.picture if self._shown is not None else ""
        self.picture.show_image(self._thumbnails.get(path).toImage() if path else QImage())
