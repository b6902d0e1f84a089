"""The products nearest to what was seen, or to a product of the shop.

Here the query is put together: several pictures of one thing are searched with as their mean, and what the
clerk called right draws it towards its own photos (core/search/witnesses/clerk.py says why). All vectors are
those that are compared: after the shop's projection, in the index's space.
"""

import numpy as np
from numpy.typing import NDArray

from core.answer import Seen
from core.catalog.lists.filters import Filter, matching_photo_ids
from core.catalog.photos.photos import photos_of_product, products_of_photos
from core.catalog.photos.vectors import vectors_of
from core.embedding.measures import Measure, to_index_space
from core.errors import KnownError
from core.feedback import Feedback
from core.index.neighbours import NeighbourGroup
from core.messages import message
from core.models.shop_model import ShopModel
from core.search.fair_scores import FairScores
from core.shop.shop import Shop

TOWARDS_RIGHT = 0.75
"""Weight of the right product's photos beside the query's 1; the customary value of Rocchio's formula."""


def allowed_photos(shop: Shop, filter_: Filter) -> NDArray[np.int64] | None:
    """Ascending ids of the photos that may be found; None for all."""
    return None if filter_.is_default else matching_photo_ids(shop.catalog, filter_)


def raw_vectors(seen: Seen, model: ShopModel) -> NDArray[np.float32]:
    """What ``model``'s backbone saw on the pictures, (n, dim).

    Raises:
        KnownError: another backbone saw them.
    """
    if any(picture.fingerprint != model.spec.fingerprint for picture in seen.pictures):
        raise KnownError(
            message(
                "core", "The shop is searched by another model since then. Search with the picture again."
            )
        )
    return np.stack([picture.vector for picture in seen.pictures])


def nearest_to_seen(
    shop: Shop,
    model: ShopModel,
    vectors: NDArray[np.float32],
    said: Feedback,
    allowed: NDArray[np.int64] | None,
    count: int,
    measure: Measure,
) -> list[NeighbourGroup]:
    """The products nearest to what was seen, without those that were called wrong.

    Args:
        model: of the backbone that made the raw ``vectors``, (n, dim), n at least 1.
        allowed: ascending ids of the photos that may be found; None for all.
    """
    query = _middle(to_index_space(model.compared(vectors), measure))
    if said.right is not None:
        right = _compared_photos(shop, model, said.right, measure)
        if len(right):
            query = np.asarray(query + TOWARDS_RIGHT * _middle(right), np.float32)
    fair = FairScores.of(shop, model, measure)
    if fair is None:
        return _groups(shop, model, query, set(said.wrong), allowed, count, measure)
    wanted = max(count, fair.candidates(shop.index(measure, model).count))
    groups = _groups(shop, model, query, set(said.wrong), allowed, wanted, measure)
    return fair.rescored(to_index_space(query, measure), groups)[:count]


def nearest_to_product(
    shop: Shop,
    model: ShopModel,
    product_id: int,
    said: Feedback,
    allowed: NDArray[np.int64] | None,
    count: int,
    measure: Measure,
) -> list[NeighbourGroup]:
    """Other products that look like this one; arguments as above.

    Raises:
        KnownError: the product has no photo yet that could be compared.
    """
    rows = _compared_photos(shop, model, product_id, measure)
    if not len(rows):
        raise KnownError(
            message("core", "This product has no photo yet that could be compared. Add one first.")
        )
    return _groups(shop, model, _middle(rows), {product_id, *said.wrong}, allowed, count, measure)


def _middle(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows.mean(axis=0), np.float32)


def _groups(
    shop: Shop,
    model: ShopModel,
    query: NDArray[np.float32],
    left_out: set[int],
    allowed: NDArray[np.int64] | None,
    count: int,
    measure: Measure,
) -> list[NeighbourGroup]:
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
