"""Sold and received from the answer, booked in the shop; and what it costs, copied or on a label."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
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
    """Books what the clerk says of the product at hand, and hands out what it costs."""

    labels_wanted = Signal(object)
    """Labels of products to be printed: a sequence of their ids."""

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
        actions.label.triggered.connect(self._print_label)
        actions.copy_price.triggered.connect(self._copy_price)

    @property
    def selected(self) -> Ware | None:
        """The product that is opened, or else the one that is selected."""
        product = self.opened or self._products.result()
        return ware(product) if product is not None else None

    def _book_one(self, *, is_sale: bool) -> None:
        product = self.selected
        if product is not None:
            self._book(product, None, is_sale)

    def _ask(self) -> None:
        self._asked = self.selected
        if self._asked is not None:
            card = self._products.visualRect(self._products.currentIndex())
            self.popup.open_at(self._products.viewport().mapToGlobal(card.center()), self._asked)
            self._suggest(self._asked)

    def _suggest(self, product: Ware) -> None:
        """Propose what the label of a scale says that was scanned."""
        scanned = self._scanned
        if self._desk.shop_jobs is not None and scanned:
            self._desk.shop_jobs.run(
                lambda shop, _report: _on_label(shop, scanned, product),
                success=lambda amount: self.popup.suggest(product, amount),
            )

    def _on_amount(self, amount: Quantity, is_sale: bool) -> None:
        if self._asked is not None:
            self._book(self._asked, amount, is_sale)

    def _print_label(self) -> None:
        product = self.selected
        if product is not None:
            self.labels_wanted.emit([product.product_id])

    def _copy_price(self) -> None:
        product = self.selected
        if product is None or product.price_minor is None:
            return
        copied = price_now(product.price_minor, product.currency, product.sale)
        QGuiApplication.clipboard().setText(copied)
        self._bar.say(lambda: (self.tr("Copied: {price}").format(price=copied), ""))

    @property
    def _scanned(self) -> str:
        """The number that the search at hand was asked with, or that was read in its picture; "" for none."""
        search = self._desk.at_hand
        if search is None:
            return ""
        return search.query.text or (search.answer.barcode if search.answer is not None else "")

    def _book(self, product: Ware, amount: Quantity | None, is_sale: bool) -> None:
        """Book so much of it; for None one, or what the label of a scale says that was scanned."""
        at, scanned = self._desk.new_id(), self._scanned

        def book(shop: Shop, _report: ReportProgress) -> Booked:
            from core.catalog.stock import Reason
            from core.ingest.shop_edits import book_stock

            much = amount or _on_label(shop, scanned, product) or ONE
            reason, by = (Reason.SALE, -much) if is_sale else (Reason.DELIVERY, much)
            edit = book_stock(shop, product.product_id, by, reason, who=user_name())
            return Booked(product, much, edit.id if edit is not None else 0, _left(shop, product))

        def taken_back(shop: Shop, done: Booked) -> Say:
            now = replace(done, left=_left(shop, product))
            return lambda: now.told(self.tr("Taken back: {amount} of “{title}”. {stock}."))

        def booked(done: Booked) -> None:
            def words() -> str:
                sold = self.tr("Sold: {amount} of “{title}”. {stock}.")
                received = self.tr("Received: {amount} of “{title}”. {stock}.")
                return done.told(sold if is_sale else received)

            self._steps.note(ShopStep(at, done.step, words, lambda shop: taken_back(shop, done)))

        self._steps.run(book, booked)


@dataclass(frozen=True, slots=True)
class Booked:
    """What was booked: the step in the shop's log, and how much is left now."""

    product: Ware
    amount: Quantity
    step: int
    left: Quantity | None

    def told(self, words: str) -> str:
        """Put it into ``words``."""
        unit = self.product.unit
        return words.format(
            amount=quantity(self.amount, unit), title=self.product.title, stock=stock(self.left, unit)
        )


def _left(shop: Shop, product: Ware) -> Quantity | None:
    from core.catalog.stock import current_stock

    return current_stock(shop.catalog, product.product_id)


def _on_label(shop: Shop, scanned: str, product: Ware) -> Quantity | None:
    """How much of ``product`` the label says that was scanned; None if it is none of it."""
    from core.catalog.scales.weighed import weighed

    label = weighed(shop.catalog, scanned) if scanned else None
    return label.quantity if label is not None and label.product.id == product.product_id else None
