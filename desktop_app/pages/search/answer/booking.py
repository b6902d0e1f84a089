"""Sold and received from the answer, booked in the shop; and what it costs, copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.progress import ReportProgress
from core.quantities.quantity import ONE, Quantity
from desktop_app.look.stock_words import quantity, stock
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import price_now
from desktop_app.pages.search.answer.amount_popup import AmountPopup
from desktop_app.pages.search.answer.steps import Say, ShopStep, ShopSteps
from desktop_app.pages.search.answer.wares import Ware, ware
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.results.actions import ResultActions
from desktop_app.pages.search.results.list import ResultList
from desktop_app.program.user_name import user_name
from desktop_app.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from core.catalog.products.products import Product
    from core.shop.shop import Shop


class StockBooking(QObject):
    """Books what the clerk says of the product at hand."""

    def __init__(
        self,
        themes: ThemeSwitch,
        desk: SearchDesk,
        products: ResultList,
        actions: ResultActions,
        steps: ShopSteps,
        bar: MessageBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._products = products
        self._steps = steps
        self._bar = bar
        self._asked: Ware | None = None
        self.opened: Product | None = None
        """The product that lies over the answer, by itself."""
        self.popup = AmountPopup(themes, parent)
        self.popup.booked.connect(self._on_amount)
        actions.sold.triggered.connect(lambda: self._book_one(is_sale=True))
        actions.received.triggered.connect(lambda: self._book_one(is_sale=False))
        actions.book.triggered.connect(self._ask)
        actions.copy_price.triggered.connect(self._copy_price)

    @property
    def selected(self) -> Ware | None:
        """The product that is opened, or else the one that is selected."""
        product = self.opened or self._products.result()
        return ware(product) if product is not None else None

    def _book_one(self, *, is_sale: bool) -> None:
        product = self.selected
        if product is not None:
            self._book(product, ONE, is_sale)

    def _ask(self) -> None:
        self._asked = self.selected
        if self._asked is not None:
            card = self._products.visualRect(self._products.currentIndex())
            self.popup.open_at(self._products.viewport().mapToGlobal(card.center()), self._asked)

    def _on_amount(self, amount: Quantity, is_sale: bool) -> None:
        if self._asked is not None:
            self._book(self._asked, amount, is_sale)

    def _copy_price(self) -> None:
        product = self.selected
        if product is None or product.price_minor is None:
            return
        copied = price_now(product.price_minor, product.currency, product.sale)
        QGuiApplication.clipboard().setText(copied)
        self._bar.say(lambda: (self.tr("Copied: {price}").format(price=copied), ""))

    def _book(self, product: Ware, amount: Quantity, is_sale: bool) -> None:
        at = self._desk.new_id()

        def book(shop: Shop, _report: ReportProgress) -> tuple[int, Quantity | None]:
            from core.catalog.stock import Reason, current_stock
            from core.ingest.shop_edits import book_stock

            reason, by = (Reason.SALE, -amount) if is_sale else (Reason.DELIVERY, amount)
            edit = book_stock(shop, product.product_id, by, reason, who=user_name())
            return edit.id if edit is not None else 0, current_stock(shop.catalog, product.product_id)

        def taken_back(shop: Shop) -> Say:
            from core.catalog.stock import current_stock

            left = current_stock(shop.catalog, product.product_id)
            return lambda: _told(
                self.tr("Taken back: {amount} of “{title}”. {stock}."), product, amount, left
            )

        def booked(done: tuple[int, Quantity | None]) -> None:
            key, left = done

            def words() -> str:
                sold = self.tr("Sold: {amount} of “{title}”. {stock}.")
                received = self.tr("Received: {amount} of “{title}”. {stock}.")
                return _told(sold if is_sale else received, product, amount, left)

            self._steps.note(ShopStep(at, key, words, taken_back))

        self._steps.run(book, booked)


def _told(words: str, product: Ware, amount: Quantity, left: Quantity | None) -> str:
    return words.format(
        amount=quantity(amount, product.unit), title=product.title, stock=stock(left, product.unit)
    )
