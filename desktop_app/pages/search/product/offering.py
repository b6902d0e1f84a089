"""Asks the shop what to offer beside an opened product: with it, instead of it, or for a customer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.errors import KnownError
from core.messages import Sentence
from core.progress import ReportProgress
from core.quantities.quantity import is_out
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.search.product.offered_card import OfferedCard
from desktop_app.pages.search.results.offer_looks import for_customer, instead_of, with_it
from desktop_app.pages.search.results.offer_strip import Offer, OfferKind

if TYPE_CHECKING:
    from core.catalog.products.products import Product
    from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class _Found:
    """What is offered.

    Attributes:
        knows_customers: whether a number can be asked for.
        problem: why the number that was named says nothing.
    """

    offer: Offer | None
    knows_customers: bool
    problem: Sentence | None = None


class Offering(QObject):
    """Fills ``card``. A customer's number is kept nowhere but in its line, and goes with the product."""

    def __init__(self, card: OfferedCard, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        self._question: Question | None = None
        self._product: Product | None = None
        card.customer_named.connect(lambda _number: self._ask())

    def offer(self, product: Product, shop_jobs: ShopJobs | None) -> None:
        """Ask what goes with ``product``, or what there is instead where it is out of stock."""
        self.drop()
        self._product = product
        self._question = Question(shop_jobs) if shop_jobs is not None else None
        self._ask()

    def drop(self) -> None:
        """Nobody waits for it any more."""
        if self._question is not None:
            self._question.drop()

    def _ask(self) -> None:
        if self._question is None or self._product is None:
            return
        number = self._card.customer
        self._question.ask(_look(self._product, number), lambda found: self._show(found, number))

    def _show(self, found: _Found, number: str) -> None:
        self._card.ask_for_customers(found.knows_customers)
        self._card.show_offer(found.offer)
        is_for_customer = found.offer is not None and found.offer.kind is OfferKind.CUSTOMER
        self._card.tell(
            found.problem, finds_nothing=bool(number) and found.problem is None and not is_for_customer
        )


def _look(product: Product, number: str) -> Callable[[Shop, ReportProgress], _Found]:
    """The job: for the customer, where one is named and there is something; else with or instead of it."""

    def find(shop: Shop, report: ReportProgress) -> _Found:
        from core.catalog.sales.customers import customer_count
        from core.shop.customer_choice import keeps_customers_here

        knows = keeps_customers_here(shop) and customer_count(shop.catalog) > 0
        own, problem = None, None
        if knows and number:
            try:
                own = for_customer(product.id, number)(shop, report)
            except KnownError as error:  # said beside the number, where it is no failure of the program's
                problem = error.sentence
        look = instead_of(product.id) if is_out(product.stock) else with_it(product.id, or_alike=True)
        return _Found(own or look(shop, report), knows, problem)

    return find
