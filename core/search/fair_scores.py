"""The candidates of a search with fair scores: normalised where products have catalog photos alone.

Products with counter photos keep their likeness (normalising harms them). All are
put in order by the scores that come of it.
"""

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import with_counter_photos
from core.index.neighbours import Neighbour, NeighbourGroup
from core.shop.shop import Shop
from core.shop.yardstick import Yardstick

MADE_FAIR = 300
"""Products whose scores are made fair, the nearest ones: what is like nothing may lie far behind."""


def made_fair(
    shop: Shop, yardstick: Yardstick, query: NDArray[np.float32], groups: list[NeighbourGroup]
) -> list[NeighbourGroup]:
    """``groups`` with fair scores, best first.

    Args:
        query: (k,), in the index's space.
        groups: nearest first, by likeness.
    """
    photographed = with_counter_photos(shop.catalog, (group.key for group in groups))
    known = [group for group in groups if group.key not in photographed]
    photos = [neighbour for group in known for neighbour in group.neighbours]
    ids = np.array([photo.photo_id for photo in photos], np.int64)
    likeness = np.array([photo.similarity for photo in photos], np.float64)
    by_photo = iter(yardstick.photo_scores(ids, likeness).tolist())
    by_prototype = yardstick.prototype_scores(np.array([group.key for group in known], np.int64), query)
    fair = [group for group in groups if group.key in photographed]
    for group, prototype in zip(known, by_prototype.tolist(), strict=True):
        scored = [(next(by_photo), photo.photo_id) for photo in group.neighbours]
        scored.sort(key=lambda pair: -pair[0])
        best = scored[0][0] if np.isnan(prototype) else prototype
        first = Neighbour(scored[0][1], min(1.0, best))
        fair.append(NeighbourGroup(group.key, (first, *(Neighbour(one, s) for s, one in scored[1:]))))
    return sorted(fair, key=lambda group: -group.best.similarity)
