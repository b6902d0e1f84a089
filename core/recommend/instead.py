"""What can stand in for a product: what looks like it and is on the shelf; receipts and prices have a say.

A customer who came for a jam takes another jam of about its price rather than one at three times that, and
one that others take rather than one that lies. What people buy *with* a product is no substitute for it.
"""

from dataclasses import dataclass
from math import log, log1p

from core.answer import Result
from core.catalog.products.products import product_by_id
from core.catalog.sales.together import bought_together, receipt_count, receipts_of
from core.messages import Sentence, message
from core.recommend.companions import companions
from core.search.alternatives import alternatives
from core.shop.shop import Shop

_LOOKED_AT = 4
"""Times as many are looked at as are wanted."""
_OF_PRICE = 0.05
"""What twice the price, or half of it, takes off: as much as so much of likeness, which goes from 0 to 1."""
_OF_SALES = 0.05
"""What the best seller among them gains."""


@dataclass(frozen=True, slots=True)
class Substitute:
    """A product that can be offered instead, and why."""

    result: Result
    why: Sentence


def instead(shop: Shop, product_id: int, *, count: int = 3) -> tuple[Substitute, ...]:
    """The products in stock that can stand in for one, best first; its own category before others."""
    product = product_by_id(shop.catalog, product_id)
    found = alternatives(shop, product_id, count=_LOOKED_AT * count)
    if product is None or not found:
        return ()
    sold = receipts_of(shop.catalog, [one.product_id for one in found])
    most = log1p(max(sold.values(), default=0)) or 1.0
    together = companions(
        {product_id: bought_together(shop.catalog, product_id)},
        lambda ids: receipts_of(shop.catalog, ids),
        receipt_count(shop.catalog),
    )
    complements = {one.product_id for one in together}

    def rank(one: Result) -> tuple[bool, bool, float]:
        worth = one.score + _OF_SALES * log1p(sold.get(one.product_id, 0)) / most
        if product.price_minor and one.price_minor and product.currency == one.currency:
            worth -= _OF_PRICE * abs(log(one.price_minor / product.price_minor, 2))
        return one.product_id not in complements, one.category == product.category, worth

    ranked = sorted(found, key=rank, reverse=True)[:count]
    return tuple(Substitute(one, _why(one, product.category, sold.get(one.product_id, 0))) for one in ranked)


def _why(one: Result, category: str, receipts: int) -> Sentence:
    if category and one.category == category:
        if receipts:
            return Sentence(
                message("core", "looks like it, of the same category, on {receipts} receipts"),
                {"receipts": receipts},
            )
        return Sentence(message("core", "looks like it, of the same category"))
    return Sentence(message("core", "looks like it"))
