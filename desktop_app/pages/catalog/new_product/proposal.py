"""What is proposed for a new product: a free number, and what its picture says of its category."""

from dataclasses import dataclass

from core.answer import Result, Verdict
from core.catalog.products.new_sku import free_sku
from core.search.answering import answer
from core.search.see import see
from core.shop.shop import Shop
from desktop_app.engine.decoded_pictures import WHOLE_SIDE
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.shop_engine import decode_picture


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a new product.

    Attributes:
        alike: the product of the shop that its picture looks most like, if any.
        is_known: the search would take the picture for that product.
    """

    sku: str
    category: str
    alike: Result | None
    is_known: bool


def propose(shop: Shop, source: PictureSource | None) -> Proposal:
    """A number for a new product, and what its picture looks like; for a job.

    Raises:
        KnownError: the picture cannot be opened.
    """
    sku = free_sku(shop.catalog)
    if source is None:
        return Proposal(sku, "", None, False)
    answered = answer(shop, see(shop, [decode_picture(source, WHOLE_SIDE)]), count=3)
    best = answered.results
    # Two of the three nearest in one category: so is this one, likely enough for a proposal.
    names = [result.category for result in best]
    category = next((name for name in names if name and names.count(name) >= 2), "")
    alike = best[0] if best and answered.verdict is not Verdict.UNKNOWN else None
    is_known = answered.verdict is Verdict.MATCH
    return Proposal(sku, category or (best[0].category if is_known else ""), alike, is_known)
