"""Goods that a customer brings back: the dialog opened, receipts looked up, the return booked with undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from core.messages import Sentence
from core.progress import ReportProgress
from core.quantities.quantity import Quantity
from desktop_app.look.language import in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.answer.booking import Booked, StockBooking
from desktop_app.pages.search.answer.steps import Say, ShopStep, ShopSteps
from desktop_app.pages.search.answer.wares import Ware
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.results.actions import ResultActions
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    from core.goods_back.booking import Condition
    from core.goods_back.sold_lines import SoldLine
    from core.shop.shop import Shop
    from desktop_app.pages.search.answer.return_dialog import ReturnDialog


class Returning(QObject):
    """Of the product that ``booking`` is about."""

    def __init__(
        self,
        themes: ThemeSwitch,
        desk: SearchDesk,
        booking: StockBooking,
        actions: ResultActions,
        steps: ShopSteps,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._desk = desk
        self._booking = booking
        self._steps = steps
        self._window = parent
        self._dialog: ReturnDialog | None = None
        actions.brought_back.triggered.connect(self._open)

    def _open(self) -> None:
        from desktop_app.pages.search.answer.return_dialog import ReturnDialog

        product = self._booking.selected
        if product is None:
            return
        dialog = ReturnDialog(self._themes, product, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.hints_given.connect(lambda customer, day: self._look_up(dialog, product, customer, day))
        dialog.booked.connect(
            lambda much, condition, reason, sold: self._book(dialog, product, much, condition, reason, sold)
        )
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        self._look_up(dialog, product, "", "")

    def _forget(self) -> None:
        self._dialog = None

    def _look_up(self, dialog: ReturnDialog, product: Ware, customer: str, day: str) -> None:
        def look(shop: Shop, _report: ReportProgress) -> list[SoldLine]:
            from core.goods_back.sold_lines import sold_lines

            return sold_lines(shop.catalog, product.product_id, customer=customer, day=day)

        def show(found: list[SoldLine]) -> None:
            if self._dialog is dialog:  # it may be closed by now
                dialog.show_receipts(found)

        if self._desk.shop_jobs is not None:
            self._desk.shop_jobs.run(look, success=show)

    def _book(
        self,
        dialog: ReturnDialog,
        product: Ware,
        much: Quantity,
        condition: Condition,
        reason: str,
        sold: SoldLine | None,
    ) -> None:
        at = self._desk.new_id()

        def book(shop: Shop, _report: ReportProgress) -> Booked | Sentence:
            from core.catalog.products.products import products_by_ids
            from core.errors import KnownError
            from core.goods_back.booking import book_return

            try:
                (found,) = products_by_ids(shop.catalog, [product.product_id])
                done = book_return(shop, found, much, condition, reason=reason, sold=sold, who=user_name())
            except KnownError as error:  # it is said in the dialog, where it can be mended
                return error.sentence
            return Booked(product, much, done.edit.id, done.stock)

        def booked(done: Booked | Sentence) -> None:
            is_open = self._dialog is dialog
            if isinstance(done, Sentence):
                if is_open:
                    dialog.complain(in_words(done))
                return
            if is_open:
                dialog.accept()

            def words() -> str:
                return done.told(self.tr("Brought back: {amount} of “{title}”. {stock}."))

            self._steps.note(ShopStep(at, done.step, words, lambda shop: self._taken_back(shop, done)))

        self._steps.run(book, booked)

    def _taken_back(self, shop: Shop, done: Booked) -> Say:
        from core.catalog.stock import current_stock

        now = replace(done, left=current_stock(shop.catalog, done.product.product_id))
        return lambda: now.told(self.tr("Taken back: {amount} of “{title}”. {stock}."))
