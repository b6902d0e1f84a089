"""What is offered beside the first product, where an answer is sure of it: instead of it, or with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from core.answer import Answer, Verdict
from core.quantities.quantity import is_out
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.search.results.offer_looks import instead_of, with_it
from desktop_app.pages.search.results.offer_strip import Offer, OfferStrip


class Offers(QObject):
    """Looks for them, and shows them in whichever strip is seen."""

    changed = Signal()
    """The strips show others, or none."""

    def __init__(self, shop_jobs: ShopJobs | None, strips: Sequence[OfferStrip], parent: QObject) -> None:
        super().__init__(parent)
        self._looking = Question(shop_jobs) if shop_jobs is not None else None
        self._strips = strips

    def offer(self, answer: Answer | None) -> None:
        """Offer what there is with the first product of ``answer``, or instead of it if it is sold out."""
        self._show(None)
        if self._looking is None:
            return
        self._looking.drop()
        if answer is None or answer.verdict is not Verdict.MATCH or not answer.results:
            return
        first = answer.results[0]
        look = instead_of if is_out(first.stock) else with_it
        self._looking.ask(look(first.product_id), self._show)

    def _show(self, offer: Offer | None) -> None:
        for strip in self._strips:
            strip.show_offer(offer)
        self.changed.emit()
