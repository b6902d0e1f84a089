"""The products nearest to what was seen, or to a product of the shop: by vectors, and by the print.

What a query is, and what else has a say in its answer, is in :mod:`core.search.search`.
"""

import numpy as np
from numpy.typing import NDArray

from core.answer import Result, SeenPictures, Verdict
from core.catalog.photos.photos import photos_of_product, products_of_photos
from core.catalog.photos.vectors import vectors_of
from core.embedding.measures import Measure, to_index_space
from core.errors import KnownError
from core.feedback import Feedback
from core.index.neighbours import NeighbourGroup
from core.messages import message
from core.models.shop_model import ShopModel
from core.models.verdict import Judgement, judge
from core.search.barcode_step import Found
from core.search.print_check import print_evidence
from core.search.relevance import middle, towards
from core.search.results import Ranked, result_list
from core.shop.shop import Shop

JUDGED_PRODUCTS = 50
"""How many products' scores the verdict looks at; further ones carry no weight in it."""


def find_like(
    shop: Shop,
    product_id: int,
    said: Feedback,
    allowed: NDArray[np.int64] | None,
    count: int,
    measure: Measure,
) -> Found:
    """Other products that look like this one; how alike is no probability of anything.

    Args:
        allowed: ascending ids of the photos that may be found; None for all.

    Raises:
        KnownError: the product has no photo yet that could be compared.
    """
    model = shop.model
    rows = _compared_photos(shop, model, product_id, measure)
    if not len(rows):
        raise KnownError(
            message("core", "This product has no photo yet that could be compared. Add one first.")
        )
    groups = _groups(shop, model, middle(rows), {product_id, *said.wrong}, allowed, count, measure)
    ranked = [Ranked(group.key, group.best.photo_id, group.best.similarity, 0.0) for group in groups]
    return Verdict.UNSURE, result_list(shop, ranked), 0.0


def find_pictures(
    shop: Shop,
    model: ShopModel,
    asked: SeenPictures,
    said: Feedback,
    allowed: NDArray[np.int64] | None,
    count: int,
    measure: Measure,
) -> tuple[tuple[Result, ...], Judgement]:
    """The products nearest to what was seen, and how sure that is.

    A product that was called wrong is left out; the query moves towards the one that was called right.

    Args:
        model: of the backbone that looked at the pictures.
        allowed: ascending ids of the photos that may be found; None for all.
    """
    query = middle(to_index_space(model.compared(asked.vectors), measure))
    if said.right is not None:
        query = towards(query, _compared_photos(shop, model, said.right, measure))
    groups = _groups(shop, model, query, set(said.wrong), allowed, max(count, JUDGED_PRODUCTS), measure)
    similarities = [group.best.similarity for group in groups]
    print_ = print_evidence(shop, asked.print_, groups)
    judgement = judge(similarities, measure, model.calibrations.get(measure), print_)
    order = np.argsort(-judgement.confidences, kind="stable") if print_.any() else np.arange(len(groups))
    ranked = [
        Ranked(
            groups[place].key,
            groups[place].best.photo_id,
            groups[place].best.similarity,
            float(judgement.confidences[place]),
        )
        for place in order[:count].tolist()
    ]
    return result_list(shop, ranked), judgement


def _groups(
    shop: Shop,
    model: ShopModel,
    query: NDArray[np.float32],
    left_out: set[int],
    allowed: NDArray[np.int64] | None,
    count: int,
    measure: Measure,
) -> list[NeighbourGroup]:
    """The products nearest to ``query``, a vector of those that are compared."""

    def products(photo_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        found = products_of_photos(shop.catalog, photo_ids)
        found[np.isin(found, list(left_out))] = -1
        return found

    return shop.index(measure, model).search_grouped(query, count, products, allowed, projected=True)


def _compared_photos(shop: Shop, model: ShopModel, product_id: int, measure: Measure) -> NDArray[np.float32]:
    """What is compared of a product's photos, (n, k); n is 0 where none was embedded."""
    ids = [photo.id for photo in photos_of_product(shop.catalog, product_id)]
    found = vectors_of(shop.catalog, model.spec.fingerprint, ids).vectors
    if not len(found):
        return np.empty((0, model.dim), np.float32)
    return to_index_space(model.compared(found), measure)
