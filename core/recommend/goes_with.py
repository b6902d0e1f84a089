"""What goes with products: what is bought with them more often than by chance.

Where receipts say nothing of a product, what is of its category stands in, the likest first, and says so;
what is bought often, with whatever, fills the list up.
"""

from collections.abc import Collection, Sequence

from core.answer import LikeProduct
from core.catalog.lists.filters import Filter, matching_product_ids
from core.catalog.products.products import Product, products_by_ids
from core.catalog.sales.together import bought_together, most_bought, receipt_count, receipts_of
from core.errors import KnownError
from core.messages import Sentence, message
from core.quantities.quantity import is_out
from core.recommend.companions import Companion, companions
from core.recommend.suggestion import Ground, Suggestion
from core.search.answering import Refinement, answer
from core.search.results import Ranked, result_list
from core.shop.shop import Shop

_LOOKED_AT = 40
"""Companions: some are archived, or sold out."""
_OFTEN = 400
"""Products that are bought often: what is bought most is what is sold out first."""


def goes_with(
    shop: Shop, asked: Sequence[int], *, count: int = 5, or_alike: bool = True
) -> tuple[Suggestion, ...]:
    """The products that go with those in ``asked``, best first; none archived or known to be sold out.

    Where no receipt says anything that could not be chance, products of the category stand in; none for a
    product without one, or where they are not wanted (``or_alike``). What is bought often fills the list up,
    and says so; it stands alone only where others are wanted as well.
    """
    total = receipt_count(shop.catalog)
    together = {product_id: bought_together(shop.catalog, product_id) for product_id in asked}
    found = companions(together, lambda ids: receipts_of(shop.catalog, ids), total)
    suggested = by_receipts(shop, found, count=count)
    if not suggested and not or_alike:
        return ()
    suggested = suggested or _stand_ins(shop, asked, count)
    there = {*asked, *(one.result.product_id for one in suggested)}
    return (*suggested, *_often(shop, there, total, count - len(suggested)))


def by_receipts(shop: Shop, found: Sequence[Companion], *, count: int) -> tuple[Suggestion, ...]:
    """The first of ``found`` that can be offered, with their reasons in words."""
    first = found[:_LOOKED_AT]
    named = {
        product.id: product
        for product in products_by_ids(
            shop.catalog, {one.product_id for one in first} | {one.of for one in first}
        )
    }
    offered = [one for one in first if _can_be_offered(named.get(one.product_id))][:count]
    results = {
        result.product_id: result
        for result in result_list(shop, [Ranked(one.product_id, None, 0.0, 0.0) for one in offered])
    }
    return tuple(
        Suggestion(
            results[one.product_id],
            Ground.RECEIPTS,
            _why(one, named.get(one.of)),
            one.of,
            one.together,
            one.receipts,
            one.lift,
            one.p_value,
        )
        for one in offered
        if one.product_id in results
    )


def _why(one: Companion, of: Product | None) -> Sentence:
    return Sentence(
        message("core", "bought together in {together} of {receipts} receipts with “{title}”"),
        {"together": one.together, "receipts": one.receipts, "title": "" if of is None else of.title},
    )


def _often(shop: Shop, there: Collection[int], total: int, count: int) -> tuple[Suggestion, ...]:
    """The most bought products that are not ``there``."""
    if count <= 0:
        return ()
    often = dict(most_bought(shop.catalog, _OFTEN + len(there)))
    named = {product.id: product for product in products_by_ids(shop.catalog, often)}
    offered = [one for one in often if one not in there and _can_be_offered(named.get(one))][:count]
    why = message("core", "often bought: on {receipts} of {total} receipts")
    return tuple(
        Suggestion(
            result,
            Ground.OFTEN,
            Sentence(why, {"receipts": often[result.product_id], "total": total}),
            result.product_id,
            often[result.product_id],
            total,
        )
        for result in result_list(shop, [Ranked(one, None, 0.0, 0.0) for one in offered])
    )


def _can_be_offered(product: Product | None) -> bool:
    return product is not None and not product.archived and not is_out(product.stock)


def _stand_ins(shop: Shop, asked: Sequence[int], count: int) -> tuple[Suggestion, ...]:
    """Products of the same category, the likest first where there is a photo to tell."""
    found: dict[int, Suggestion] = {}
    for product in products_by_ids(shop.catalog, asked):
        if not product.category:
            continue
        own = Filter(categories=(product.category,))
        try:
            results = answer(shop, LikeProduct(product.id), Refinement(own), count=count + len(asked)).results
            ground = Ground.LIKENESS
            why = message(
                "core", "no receipt tells what goes with “{title}”: it is of the same category and like it"
            )
        except KnownError:  # without a photo nothing is like it
            ids = matching_product_ids(shop.catalog, own)[:_LOOKED_AT].tolist()
            results = result_list(shop, [Ranked(one, None, 0.0, 0.0) for one in ids])
            ground = Ground.CATEGORY
            why = message("core", "no receipt tells what goes with “{title}”: it is of the same category")
        for result in results:
            if result.product_id not in asked and not is_out(result.stock):
                sentence = Sentence(why, {"title": product.title})
                found.setdefault(result.product_id, Suggestion(result, ground, sentence, product.id))
    return tuple(found.values())[:count]
