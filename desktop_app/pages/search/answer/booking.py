"""Sold and received from the answer: said below it, and taken back in its turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.messages import Sentence
from core.progress import ReportProgress
from core.quantities.quantity import ONE, Quantity
from desktop_app.engine.jobs import Lane
from desktop_app.look.language import in_words
from desktop_app.look.stock_words import quantity, stock
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import price_now
from desktop_app.pages.search.answer.amount_popup import AmountPopup
from desktop_app.pages.search.answer.wares import Ware, ware
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.results.actions import ResultActions
from desktop_app.pages.search.results.list import ResultList
from desktop_app.program.user_name import user_name
from desktop_app.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from core.catalog.products.products import Product
    from core.shop.shop import Shop

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Booked:
    """One movement; ``at`` stands in one order with the questions of the desk, ``step`` in the shop's log."""

    product: Ware
    amount: Quantity
    is_sale: bool
    at: int
    step: int


class StockBooking(QObject):
    """Books what the clerk says of the selected product, and copies what it costs."""

    shop_changed = Signal()
    """There is more or less of a product."""
    changed = Signal()
    """Something else can be taken back than before."""

    def __init__(
        self,
        themes: ThemeSwitch,
        desk: SearchDesk,
        products: ResultList,
        actions: ResultActions,
        bar: MessageBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._products = products
        self._bar = bar
        self._booked: list[_Booked] = []
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

    @property
    def last(self) -> int:
        """When what can be taken back was booked, in the order of the desk's questions; 0 for nothing."""
        return self._booked[-1].at if self._booked else 0

    def undo(self) -> None:
        """Take back what was booked last; refused where the shop was changed since."""
        if not self._booked:
            return
        booked = self._booked.pop()
        self.changed.emit()

        def take_back(shop: Shop, report: ReportProgress) -> Quantity | None:
            from core.catalog.stock import current_stock
            from core.steps.undo import undo_step

            undo_step(shop, who=user_name(), progress=report, only=booked.step)
            return current_stock(shop.catalog, booked.product.product_id)

        def taken_back(left: Quantity | None) -> None:
            words = self.tr("Taken back: {amount} of “{title}”. {stock}.")
            self._say(words, booked, left)

        self._run(take_back, taken_back)

    def _book_one(self, *, is_sale: bool) -> None:
        product = self.selected
        if product is not None:
            self._book(product, ONE, is_sale)

    def _ask(self) -> None:
        self._asked = self.selected
        if self._asked is not None:
            card = self._products.visualRect(self._products.currentIndex())
            self.popup.open_at(self._products.viewport().mapToGlobal(card.center()), self._asked)

    def _copy_price(self) -> None:
        product = self.selected
        if product is None or product.price_minor is None:
            return
        copied = price_now(product.price_minor, product.currency, product.sale)
        QGuiApplication.clipboard().setText(copied)
        self._bar.say(lambda: (self.tr("Copied: {price}").format(price=copied), ""))

    def _on_amount(self, amount: Quantity, is_sale: bool) -> None:
        if self._asked is not None:
            self._book(self._asked, amount, is_sale)

    def _book(self, product: Ware, amount: Quantity, is_sale: bool) -> None:
        at = self._desk.new_id()

        def book(shop: Shop, _report: ReportProgress) -> tuple[int, Quantity | None]:
            from core.catalog.stock import Reason, current_stock
            from core.ingest.shop_edits import book_stock

            reason, by = (Reason.SALE, -amount) if is_sale else (Reason.DELIVERY, amount)
            edit = book_stock(shop, product.product_id, by, reason, who=user_name())
            return edit.id if edit is not None else 0, current_stock(shop.catalog, product.product_id)

        def booked(done: tuple[int, Quantity | None]) -> None:
            step, left = done
            self._booked.append(_Booked(product, amount, is_sale, at, step))
            self.changed.emit()
            words = (
                self.tr("Sold: {amount} of “{title}”. {stock}.")
                if is_sale
                else self.tr("Received: {amount} of “{title}”. {stock}.")
            )
            self._say(words, self._booked[-1], left, self.undo)

        self._run(book, booked)

    def _run(self, work: Callable[[Shop, ReportProgress], _T], success: Callable[[_T], None]) -> None:
        def done(value: _T) -> None:
            success(value)
            self.shop_changed.emit()

        if self._desk.shop_jobs is not None:
            self._desk.shop_jobs.run(work, success=done, failure=self._refuse, lane=Lane.WRITING)

    def _say(
        self, words: str, booked: _Booked, left: Quantity | None, act: Callable[[], None] | None = None
    ) -> None:
        product = booked.product

        def sentence() -> tuple[str, str]:
            return (
                words.format(
                    amount=quantity(booked.amount, product.unit),
                    title=product.title,
                    stock=stock(left, product.unit),
                ),
                self.tr("Undo"),
            )

        self._bar.say(sentence, act)

    def _refuse(self, failure: Sentence) -> None:
        self._bar.say(lambda: (in_words(failure), ""), tone="bad")
