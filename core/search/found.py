"""What was found for a question, and what a word that is beyond doubt makes of it."""

from dataclasses import dataclass, replace

from core.answer import Heard, Result, Verdict
from core.catalog.lists.filters import Filter, matching_product_ids
from core.search.results import Ranked, result_list
from core.search.witnesses.witness import Say
from core.shop.shop import Shop

JUDGED_PRODUCTS = 50
"""How many products' odds the verdict looks at; further ones carry no weight in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """As :class:`core.answer.Answer`; ``later_ms`` is what other witnesses than the vector took."""

    verdict: Verdict
    results: tuple[Result, ...]
    unknown: float = 0.0
    barcode: str = ""
    later_ms: float = 0.0
    meant: str = ""
    heard: Heard | None = None


def settled(shop: Shop, found: Found, say: Say, filter_: Filter, count: int) -> Found:
    """``found`` with the products that a witness is sure of first; what only looks alike comes behind."""
    if say.is_none:  # what comes near is shown as it was
        return replace(found, verdict=Verdict.UNKNOWN, unknown=1.0)
    there = {result.product_id: result for result in found.results}
    unseen = [Ranked(product_id, None, 1.0, 0.0) for product_id in say.sure if product_id not in there]
    there |= {result.product_id: result for result in result_list(shop, unseen)}
    ids = [product_id for product_id in say.sure if product_id in there]
    if not ids:
        return found
    passing = None if filter_.is_default else matching_product_ids(shop.catalog, filter_)
    first = [
        replace(
            there[one],
            score=there[one].score if say.score is None else say.score,
            confidence=1 / len(say.sure),
            outside_filter=passing is not None and one not in passing,
        )
        for one in ids
    ]
    others = [replace(result, confidence=0.0) for result in found.results if result.product_id not in ids]
    verdict = Verdict.MATCH if len(first) == 1 else Verdict.UNSURE
    return replace(found, verdict=verdict, results=tuple([*first, *others][:count]), unknown=0.0)
