"""The customer's display: one product, large, or the shop's name while there is nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from core.catalog.products.size import size_of
from desktop_app.look.language import Translated
from desktop_app.look.stock_words import unit_sign
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted, price_today
from desktop_app.pages.search.product.words import shown_title
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_view import PictureView

if TYPE_CHECKING:
    from core.catalog.products.products import Product

_TITLE, _PRICE, _FACTS, _LEAST = 20, 11, 36, 18
"""Letters are so many times smaller than the window is high; and their least size in pixels."""


class CustomerDisplay(Translated, QWidget):
    """A window of its own: the whole second screen where there is one, else beside the clerk's window."""

    closed = Signal()

    def __init__(self, themes: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the clerk's keys stay where they are
        self.setObjectName("customer")
        self.product: Product | None = None
        """What is shown."""
        self.shop = text_label("display", wrap=True)
        self.title = text_label("display", wrap=True)
        self.price = text_label("price", wrap=True)
        self.facts = text_label("muted", wrap=True)
        self.photo = PictureView(themes, self)
        for label in (self.shop, self.title, self.price, self.facts):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._showing = QWidget(self)
        column = QVBoxLayout(self._showing)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        column.addWidget(self.photo, 1)
        column.addWidget(self.title)
        column.addWidget(self.price)
        column.addWidget(self.facts)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.shop)
        self._pages.addWidget(self._showing)
        self.resize(960, 640)
        self.retranslate()

    def open_beside(self, window: QWidget) -> None:
        """Show it; on another screen than ``window`` is on, if there is one, all over that screen."""
        others = [screen for screen in QGuiApplication.screens() if screen is not window.screen()]
        if others:
            self.setScreen(others[0])
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()

    def show_shop(self, name: str) -> None:
        """This shop's name stands there while there is nothing to show."""
        self.shop.setText(name)

    def show_product(self, product: Product | None) -> None:
        """Show this product, its photo to follow; None for the shop's name."""
        if product is None or self.product is None or product.id != self.product.id:
            self.photo.show_image(QImage())
        self.product = product
        self._pages.setCurrentWidget(self.shop if product is None else self._showing)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, F11 fills the screen or no longer does."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self._turn_full()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The same as F11."""
        self._turn_full()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is shown any more."""
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Letters grow with the window."""
        super().resizeEvent(event)
        for label, part in (
            (self.shop, _PRICE),
            (self.title, _TITLE),
            (self.price, _PRICE),
            (self.facts, _FACTS),
        ):
            label.setStyleSheet(f"font-size: {max(_LEAST, self.height() // part)}px;")

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("For the customer"))
        product = self.product
        if product is None:
            return
        self.title.setText(shown_title(product.title, product.extra))
        self.photo.setAccessibleName(self.tr("Photo of {title}").format(title=self.title.text()))
        has_price = product.price_minor is not None or product.sale.minor is not None
        price = price_today(product.price_minor, product.currency, product.sale) if has_price else ""
        unit = unit_sign(product.unit)
        self.price.setText(f"{price} / {unit}" if price and unit else price)

        shelf = self.tr("Shelf {place}").format(place=product.location) if product.location else ""
        self.facts.setText(dotted(size_of(product.extra), shelf))
        self.facts.setVisible(bool(self.facts.text()))

    def _turn_full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
