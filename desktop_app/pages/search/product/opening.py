"""Opens a product beside the picture that was searched with, and goes on from there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from desktop_app.engine.engine import ProductDetails, SearchEngine
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.product.offering import Offering
from desktop_app.pages.search.product.view import ProductView


class ProductOpening(QObject):
    """Shows the answer or a product in ``stack``, which holds the answer's view; a product's is made for it
    when the first one is opened."""

    def __init__(
        self,
        engine: SearchEngine,
        jobs: Jobs,
        stack: QStackedWidget,
        answer_view: AnswerView,
        make_view: Callable[[], ProductView],
    ) -> None:
        super().__init__(stack)
        self._engine = engine
        self._jobs = jobs
        self._stack = stack
        self._answer_view = answer_view
        self._make_view = make_view
        self._view: ProductView | None = None
        self._offering: Offering | None = None
        self._opening: Job | None = None
        answer_view.product_chosen.connect(self.open)

    @property
    def view(self) -> ProductView:
        """What shows a product."""
        if self._view is None:
            view = self._view = self._make_view()
            self._offering = Offering(view.offered, self)
            self._stack.addWidget(view)
            view.use_actions(self._answer_view.actions_of_results)
            view.left.connect(self.close)
            view.product_chosen.connect(self.open)
            view.compare_wanted.connect(self._compare)
            view.like_wanted.connect(self._show_like)
            view.edit_wanted.connect(self._edit)
        return self._view

    def open(self, product_id: int) -> None:
        """Show this product, if nothing else is asked before it is there."""
        self._stop()
        self._opening = self._jobs.run(lambda _report: self._engine.product(product_id), success=self._show)

    def close(self) -> None:
        """Back to the ranked products."""
        self.put_away()
        self._answer_view.list.setFocus()

    def put_away(self) -> None:
        """Something else is asked: the product of the search before goes, even one on its way."""
        self._stop()
        self._turn_to_answer()

    def refresh(self) -> None:
        """The shop is another than it was: show what is opened as it is now."""
        product = self._answer_view.booking.opened
        if product is not None:
            self.open(product.id)

    def _turn_to_answer(self) -> None:
        self._answer_view.booking.opened = None
        if self._view is not None and self._offering is not None:
            self._offering.drop()
            self._view.offered.forget_customer()
        self._stack.setCurrentWidget(self._answer_view)

    def _stop(self) -> None:
        if self._opening is not None:
            self._opening.cancel()

    def _show(self, details: ProductDetails) -> None:
        product = details.product
        view, desk = self.view, self._answer_view.desk
        view.show_details(details)
        has_picture = desk.at_hand is not None and bool(desk.at_hand.query.pictures)
        is_found = self._answer_view.model.row_of(product.id) >= 0
        view.compare_button.setEnabled(desk.shop_jobs is not None and has_picture and is_found)
        view.like_button.setEnabled(desk.shop_jobs is not None and bool(details.photos))
        view.edit_button.setEnabled(desk.shop_jobs is not None)
        self._answer_view.booking.opened = product
        self._stack.setCurrentWidget(view)
        if self._offering is not None:
            self._offering.offer(product, desk.shop_jobs)

    def _compare(self) -> None:
        product = self.view.product
        if product is not None and self._answer_view.compare_product(product.id):
            self._turn_to_answer()
            self._answer_view.compare_view.setFocus()

    def _show_like(self) -> None:
        product = self.view.product
        if product is not None:
            self.close()
            self._answer_view.desk.like(product.id, product.title)

    def _edit(self) -> None:
        product = self.view.product
        if product is not None:
            self._answer_view.edit_wanted.emit(product.id)
