"""The jobs that find what is offered beside a product, each with the shop at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from core.progress import ReportProgress
from desktop_app.pages.search.results.offer_strip import MOST, Offer, Offered, OfferKind

if TYPE_CHECKING:
    from core.recommend.suggestion import Suggestion
    from core.shop.shop import Shop

Look = Callable[["Shop", ReportProgress], Offer | None]


def instead_of(product_id: int) -> Look:
    """The job that finds what can stand in for a product and is in stock."""

    def find(shop: Shop, _report: ReportProgress) -> Offer | None:
        from core.recommend.instead import instead

        found = instead(shop, product_id, count=MOST)
        return Offer(OfferKind.INSTEAD, tuple(Offered(one.result, one.why) for one in found))

    return find


def with_it(product_id: int, *, or_alike: bool = False) -> Look:
    """The job that finds what goes with a product.

    Args:
        or_alike: whether products of its category may stand in where receipts tell nothing.
    """

    def find(shop: Shop, _report: ReportProgress) -> Offer | None:
        from core.recommend.goes_with import goes_with
        from core.recommend.suggestion import Ground

        found = goes_with(shop, [product_id], count=MOST, or_alike=or_alike)
        if not found:
            return None
        return Offer(
            OfferKind.WITH if found[0].ground is Ground.RECEIPTS else OfferKind.ALIKE, _offered(found)
        )

    return find


def for_customer(product_id: int, number: str) -> Look:
    """The job that finds what a customer may want beside a product; it fails where nobody has the number."""

    def find(shop: Shop, _report: ReportProgress) -> Offer | None:
        from core.recommend.for_you import for_you

        found = for_you(shop, number, [product_id], count=MOST)
        is_theirs = any(one.of != product_id for one in found)  # else it is what goes with the product
        return Offer(OfferKind.CUSTOMER, _offered(found)) if is_theirs else None

    return find


def _offered(found: Sequence[Suggestion]) -> tuple[Offered, ...]:
    from core.recommend.suggestion import Ground

    return tuple(
        Offered(one.result, one.why, one.together, one.receipts, one.ground is Ground.OFTEN) for one in found
    )
