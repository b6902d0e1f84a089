"""Products that are bought with others, ranked: from counts of receipts alone."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

from core.catalog.sales.together import Together
from core.recommend.significance import fisher_tail, log_share, shrunk_lift, significant

FALSE_SHARE = 0.05
"""Of the companions that are named, the share that may be there by chance."""
PRIOR = 0.5
"""The weight of "no more often than by chance", in receipts: see :func:`shrunk_lift`."""
POPULARITY = 0.5
"""The power of a product's share of receipts in its rank. With 0 the rarest companions come first, with 1 the
most bought; 0.5 is what the cosine of two products' receipts comes to, too."""
_LEAST = 2
"""Receipts: a pair that was seen once may be anything."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A product that goes with another one, ``of``.

    Attributes:
        together: how many receipts have both; ``receipts``, how many have ``of``.
        lift: how many times as often as by chance, shrunk.
        p_value: the chance of that many or more, were the two independent.
        rank: for sorting, the best highest; of all products asked for together.
    """

    product_id: int
    of: int
    together: int
    receipts: int
    lift: float
    p_value: float
    rank: float = 0.0


def companions(
    asked: Mapping[int, Together], receipts_of: Callable[[Collection[int]], Mapping[int, int]], total: int
) -> list[Companion]:
    """What goes with the products in ``asked``, best first; each once, told of the product that it fits best.

    For one product the rank is the shrunk lift times a power of the companion's share of receipts. For
    several the lifts multiply, as if each told on its own (naive Bayes).

    Args:
        receipts_of: on how many receipts products are.
        total: how many receipts there are.
    """
    pairs = [
        pair
        for product_id, together in asked.items()
        for pair in _pairs(product_id, together, receipts_of, total)
    ]
    shares = receipts_of({pair.product_id for pair in pairs}) if pairs else {}
    by_product: dict[int, list[Companion]] = defaultdict(list)
    for pair in pairs:
        if pair.product_id not in asked:
            by_product[pair.product_id].append(pair)
    found = []
    for product_id, own in by_product.items():
        rank = POPULARITY * log_share(shares.get(product_id, 0), total) + sum(log(pair.lift) for pair in own)
        best = max(own, key=lambda pair: (pair.lift, pair.together))
        found.append(
            Companion(product_id, best.of, best.together, best.receipts, best.lift, best.p_value, rank)
        )
    return sorted(found, key=lambda one: (-one.rank, one.product_id))


def _pairs(
    product_id: int,
    together: Together,
    receipts_of: Callable[[Collection[int]], Mapping[int, int]],
    total: int,
) -> list[Companion]:
    """The significant companions of one product, bought with it more often than by chance."""
    seen = {other: count for other, count in together.others.items() if count >= _LEAST}
    counts = receipts_of(seen.keys())
    candidates: Sequence[tuple[int, int]] = [
        (other, count) for other, count in seen.items() if other in counts
    ]
    p_values = [fisher_tail(count, together.receipts, counts[other], total) for other, count in candidates]
    stand = significant(p_values, len(together.others), FALSE_SHARE)
    return [
        Companion(
            other,
            product_id,
            count,
            together.receipts,
            shrunk_lift(count, together.receipts, counts[other], total, PRIOR),
            p_value,
        )
        for (other, count), p_value, stands in zip(candidates, p_values, stand, strict=True)
        if stands
    ]
