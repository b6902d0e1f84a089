"""Opens a product beside the picture that was searched with, and goes on from there."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from desktop_app.engine.engine import ProductDetails, SearchEngine
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.product.view import ProductView


class ProductOpening(QObject):
    """Shows the answer or a product in ``stack``, which holds the views of both."""

    def __init__(
        self,
        engine: SearchEngine,
        jobs: Jobs,
        stack: QStackedWidget,
        answer_view: AnswerView,
        product_view: ProductView,
    ) -> None:
        super().__init__(stack)
        self._engine = engine
        self._jobs = jobs
        self._stack = stack
        self._answer_view = answer_view
        self._product_view = product_view
        self._offering: Job | None = None
        answer_view.product_chosen.connect(self.open)
        product_view.left.connect(self.close)
        product_view.product_chosen.connect(self.open)
        product_view.compare_wanted.connect(self._compare)
        product_view.like_wanted.connect(self._show_like)
        product_view.edit_wanted.connect(self._edit)

    def open(self, product_id: int) -> None:
        """Show this product."""
        self._jobs.run(lambda _report: self._engine.product(product_id), success=self._show)

    def close(self) -> None:
        """Back to the ranked products."""
        self._stack.setCurrentWidget(self._answer_view)
        self._answer_view.list.setFocus()

    def _show(self, details: ProductDetails) -> None:
        product = details.product
        view, desk = self._product_view, self._answer_view.desk
        view.show_details(details)
        has_picture = desk.query is not None and bool(desk.query.pictures)
        is_found = self._answer_view.model.row_of(product.id) >= 0
        view.compare_button.setEnabled(desk.answers is not None and has_picture and is_found)
        view.like_button.setEnabled(desk.answers is not None and bool(details.photos))
        view.edit_button.setEnabled(desk.answers is not None)
        self._stack.setCurrentWidget(view)
        if self._offering is not None:
            self._offering.cancel()
        answers = desk.answers
        if answers is not None and product.stock <= 0:
            self._offering = self._jobs.run(
                lambda _report: answers.alternatives(product.id), success=view.show_alternatives
            )

    def _compare(self) -> None:
        product = self._product_view.product
        if product is not None and self._answer_view.compare_product(product.id):
            self._stack.setCurrentWidget(self._answer_view)
            self._answer_view.compare_view.setFocus()

    def _show_like(self) -> None:
        product = self._product_view.product
        if product is not None:
            self.close()
            self._answer_view.desk.like(product.id, product.title)

    def _edit(self) -> None:
        product = self._product_view.product
        if product is not None:
            self._answer_view.edit_wanted.emit(product.id)
