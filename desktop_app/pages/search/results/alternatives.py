"""What is like the first product and on the shelf, where an answer is sure of it and it is out of stock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from core.answer import Answer, Result, Verdict
from core.quantities.quantity import is_out
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.search.results.alternatives_strip import AlternativesStrip, alternatives_to


class Alternatives(QObject):
    """Looks for them, and shows them in whichever strip is seen."""

    changed = Signal()
    """The strips show others, or none."""

    def __init__(
        self, shop_jobs: ShopJobs | None, strips: Sequence[AlternativesStrip], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._looking = Question(shop_jobs) if shop_jobs is not None else None
        self._strips = strips

    def offer(self, answer: Answer | None) -> None:
        """Offer what there is instead of the first product of ``answer``, if anything is to be."""
        self._show(())
        if self._looking is None:
            return
        self._looking.drop()
        if answer is None or answer.verdict is not Verdict.MATCH:
            return
        if answer.results and is_out(answer.results[0].stock):
            product_id = answer.results[0].product_id
            self._looking.ask(alternatives_to(product_id), self._show)

    def _show(self, products: tuple[Result, ...]) -> None:
        for strip in self._strips:
            strip.show_products(products)
        self.changed.emit()
