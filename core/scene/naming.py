"""What a thing in a picture of many is called: as a search would call it, with what differs here.

Whoever searches holds up what the shop sells. A shelf, a basket or a counter shows more that it does not: so
"none of these" is taken to be as frequent as it is in such pictures, and what is hardly probable is not said.
Where products are known by their counter photos the network alone names such small parts
right more often than with what can be read on them. Where they are known by catalog photos alone, it looks at
each part as those show a product, too: whole, on an even ground.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from PIL import Image

from core.answer import Answer, Result, Verdict
from core.learning.calibration import UNKNOWN_SHARE
from core.models.verdict import MATCH_AT, UNKNOWN_AT
from core.search.answering import answer
from core.search.see import see
from core.search.witnesses.label import LABEL
from core.shop.shop import Shop

NAMED_AT = 0.4
"""Least probability with which a product is named."""

_UNKNOWN_AMONG_MANY = 0.2
"""How many of the boxes in such a picture show none of the shop's products, as far as we assume."""


def named(shop: Shop, pictures: Sequence[Image.Image], *, by_catalog: bool) -> Answer:
    """What the shop says to one thing of many, by one picture of it or several.

    Args:
        pictures: upright RGB, cut along its sides.
        by_catalog: what it looks like is known by catalog photos alone.

    Raises:
        KnownError: the model's files are missing or damaged.
    """
    seen = see(shop, pictures, as_in_catalog=by_catalog)
    return among_many(answer(shop, seen, without=() if by_catalog else (LABEL.name,)))


def product_of(found: Answer) -> Result | None:
    """The product that is named; None where none is likely enough."""
    first = found.results[0] if found.results else None
    is_named = first is not None and found.verdict is not Verdict.UNKNOWN and first.confidence >= NAMED_AT
    return first if is_named else None


def confidence_of(found: Answer) -> float:
    """Of what is said of a thing, 0 to 1: that it is this product, or none that could be named."""
    product = product_of(found)
    if product is not None:
        return product.confidence
    return 1 - max((result.confidence for result in found.results), default=0.0)


def among_many(found: Answer) -> Answer:
    """An answer as it is judged where more is none of the shop's; what a barcode settled stays as it is."""
    ratio = exp(_log_odds(_UNKNOWN_AMONG_MANY) - _log_odds(UNKNOWN_SHARE))
    whole = 1 + found.unknown * (ratio - 1)
    results = tuple(replace(result, confidence=result.confidence / whole) for result in found.results)
    unknown = found.unknown * ratio / whole
    first = results[0].confidence if results else 0.0
    if found.verdict is Verdict.UNKNOWN or unknown >= max(first, UNKNOWN_AT):
        verdict = Verdict.UNKNOWN
    else:
        verdict = found.verdict if first >= MATCH_AT else Verdict.UNSURE
    return replace(found, verdict=verdict, results=results, unknown=unknown)


def _log_odds(share: float) -> float:
    return log(share / (1 - share))
