"""What to offer instead of a product that is out of stock: what looks like it and is on the shelf."""

from dataclasses import replace

from core.answer import LikeProduct, Result
from core.catalog.lists.filters import Filter
from core.catalog.products.products import product_by_id
from core.embedding.measures import Measure
from core.errors import KnownError
from core.search.answering import Refinement, answer
from core.shop.shop import Shop


def alternatives(
    shop: Shop, product_id: int, *, count: int = 3, measure: Measure = Measure.COSINE
) -> tuple[Result, ...]:
    """The products known to be in stock that look most like this one, those of its own category first.

    Two jars may look more alike than two jams: whoever wants jam is served better by the other jam. None for
    a product that has no photo or is gone.
    """
    product = product_by_id(shop.catalog, product_id)
    if product is None:
        return ()
    shelf = Filter(in_stock=True, counted=True)
    own = replace(shelf, categories=(product.category,) if product.category else ())
    asked = LikeProduct(product_id)
    try:
        found = answer(shop, asked, Refinement(own), count=count, measure=measure).results
        if len(found) < count and product.category:
            elsewhere = Refinement(shelf)
            more = answer(shop, asked, elsewhere, count=2 * count, measure=measure).results
            known = {result.product_id for result in found}
            found = (*found, *(result for result in more if result.product_id not in known))
    except KnownError:  # without a photo nothing is like it
        return ()
    return found[:count]
