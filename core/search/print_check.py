"""Whether the print on a package is the same: a second look at the first candidates of a search.

A network knows that it sees a carton of milk; which of ten alike cartons shows in the print. SIFT points of
the query and of a candidate's catalog photo that agree on one perspective (core/print/verification.py)
speak for the candidate; that too few agree speaks against nobody: an apple has no print.

Measured on a real shop's photos (docs/decisions/0011-classic-features.md): where products are known by their
catalog photos alone, nine photos in a hundred more come right. Where counter photos are known as well, the
network is the better judge, and there is no second look.

Where the points come from: core/search/print_points.py.
"""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.photos import Photo, PhotoKind, photos_of_products
from core.index.neighbours import NeighbourGroup
from core.print.sift import Points, sift_points
from core.print.verification import agreeing_points
from core.search.print_points import looked_at, points_of
from core.shop.shop import Shop

CANDIDATES = 10
"""Products that are looked at again."""

CHANCE = 7
"""So many points agree by chance; every further one is evidence."""

WORTH = 0.4
"""What a further point adds to the logarithm of a candidate's odds."""
FULL = 30
"""Beyond so many each is worth less and less. Alike packages share most of their print: which one it is shows
in how much more agrees."""


class QueryPrint:
    """The print on a query's pictures, looked for when a second look first asks for it."""

    def __init__(self, images: Sequence[Image.Image]) -> None:
        self._images = tuple(images)
        self._points: tuple[Points, ...] | None = None
        self._looking = threading.Lock()

    def points(self) -> tuple[Points, ...]:
        """The points of each picture."""
        with self._looking:
            if self._points is None:
                self._points = tuple(sift_points(image) for image in self._images)
                self._images = ()
            return self._points


def print_evidence(shop: Shop, query: object, groups: Sequence[NeighbourGroup]) -> NDArray[np.float64]:
    """What the print says for each product found, (n,): added to the logarithm of its odds; 0 for nothing.

    Args:
        query: a :class:`QueryPrint`; anything else where there may be no second look.
    """
    found = np.zeros(len(groups))
    if not isinstance(query, QueryPrint) or len(groups) < 2:
        return found
    first = groups[:CANDIDATES]
    photos = photos_of_products(shop.catalog, [group.key for group in first])
    if any(photo.kind is PhotoKind.COUNTER for own in photos.values() for photo in own):
        return found
    points = query.points()
    if not any(len(some) > CHANCE for some in points):
        return found
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="print") as pool:
        agreeing = pool.map(
            partial(_agreeing, shop, points),
            [looked_at(photos.get(group.key, []), group.best.photo_id) for group in first],
        )
        found[: len(first)] = evidence(np.array(list(agreeing), np.int64))
    return found


def evidence(counts: NDArray[np.int64], chance: int = CHANCE, worth: float = WORTH) -> NDArray[np.float64]:
    """What so many agreeing points add to the logarithm of the odds: a line, and a logarithm that goes on."""
    further = np.maximum(0, counts - chance)
    line = worth * np.minimum(further, FULL)
    return line + worth * FULL * np.log(np.maximum(further, FULL) / FULL)


def _agreeing(shop: Shop, query: Sequence[Points], photos: Sequence[Photo]) -> int:
    counts = [agreeing_points(asked, points_of(shop, photo)) for photo in photos for asked in query]
    return max(counts, default=0)
