"""What is proposed at once for a product that the shop does not have: a number, a category, a barcode.

What takes longer stands in core/newcomer/details.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.answer import Result, Seen, Verdict
from core.catalog.products.new_sku import free_sku
from core.search.answering import answer
from core.shop.shop import Shop

_NEAREST = 3
"""Products whose category counts."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a new product; "" where nothing is.

    Attributes:
        barcode: the one that was read in its picture, if no product of the shop has it.
        alike: the product of the shop that its picture looks most like, if any.
        is_known: the search would take the picture for that product.
    """

    sku: str
    category: str = ""
    barcode: str = ""
    alike: Result | None = None
    is_known: bool = False


def propose(shop: Shop, seen: Seen | None) -> Proposal:
    """A number for a new product, and what its pictures say of it, if there are any.

    Raises:
        KnownError: another backbone is in use than the one that saw the pictures.
    """
    sku = free_sku(shop.catalog)
    if seen is None:
        return Proposal(sku)
    answered = answer(shop, seen, count=_NEAREST)
    best = answered.results
    alike = best[0] if best and answered.verdict is not Verdict.UNKNOWN else None
    is_known = answered.verdict is Verdict.MATCH
    category = _category([result.category for result in best]) or (best[0].category if is_known else "")
    has_barcode = is_known and best[0].confidence == 1
    return Proposal(sku, category, "" if has_barcode else answered.barcode, alike, is_known)


def _category(names: Sequence[str]) -> str:
    """Two of the three nearest in one category: so is this one, likely enough for a proposal."""
    return next((name for name in names if name and names.count(name) >= 2), "")
