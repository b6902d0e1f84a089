"""The candidates of a search with fair scores: by the lesson's prototypes, or normalised likeness.

A lesson that taught itself knows what stands for each product (core/models/prototypes.py). Of products that
it does not know, or where there is no such lesson, catalog photos' likeness is normalised by the unlabelled
photos (core/shop/yardstick.py). Products with counter photos keep theirs, which normalising harms; and as
the two are of different scales, nothing is normalised where many candidates have counter photos.

What a clerk confirmed helps at once: a product scores at least what the query is like a search that was
confirmed for it, less a little, so that one word does not outweigh all that was learned.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import with_counter_photos
from core.embedding.measures import Measure
from core.index.neighbours import Neighbour, NeighbourGroup
from core.models.prototypes import Prototypes
from core.models.shop_model import ShopModel
from core.shop.confirmed import Confirmed
from core.shop.shop import Shop
from core.shop.yardstick import Yardstick

CANDIDATES = 300
"""Products that are scored, the nearest ones: what is like nothing may lie far behind…"""
CANDIDATES_OF_MANY = 100
"""…in a shop of more photos than :data:`MANY`, where each further one costs the index more."""
MANY = 2_000

CONFIRMED_LESS = 0.05
"""Likeness to one confirmed search is likeness to one photo, and higher by chance than that to a middle."""

FEW_PHOTOGRAPHED = 0.1
"""Share of candidates with counter photos up to which the others are normalised."""


@dataclass(frozen=True, slots=True, eq=False)
class FairScores:
    """What a shop has to score candidates by; one of the three is there."""

    shop: Shop
    prototypes: Prototypes | None
    yardstick: Yardstick | None
    confirmed: Confirmed | None

    @staticmethod
    def of(shop: Shop, model: ShopModel, measure: Measure) -> "FairScores | None":
        """What there is; None where likeness alone ranks."""
        prototypes = model.prototypes if measure is Measure.COSINE else None
        yardstick = shop.yardstick(measure, model)
        confirmed = shop.confirmed(measure, model)
        if prototypes is None and yardstick is None and confirmed is None:
            return None
        return FairScores(shop, prototypes, yardstick, confirmed)

    def candidates(self, photos: int) -> int:
        """How many products to score in a shop of so many photos."""
        return CANDIDATES if photos <= MANY else CANDIDATES_OF_MANY

    def rescored(self, query: NDArray[np.float32], groups: list[NeighbourGroup]) -> list[NeighbourGroup]:
        """``groups`` with fair scores, best first.

        Args:
            query: (k,), in the index's space.
            groups: nearest first, by likeness.
        """
        products = np.array([group.key for group in groups], np.int64)
        scores = np.full(len(groups), np.nan)
        if self.prototypes is not None:
            scores = self.prototypes.scores(products, query)
        fair = dict(zip(products.tolist(), scores.tolist(), strict=True))
        unknown = [group for group in groups if np.isnan(fair[group.key])]
        normalised = self._normalised(unknown)
        found = [
            normalised.get(group.key, group) if np.isnan(fair[group.key]) else _scored(group, fair[group.key])
            for group in groups
        ]
        if self.confirmed is not None:
            best = self.confirmed.best(query)
            found = [_lifted(group, best.get(group.key, -1.0) - CONFIRMED_LESS) for group in found]
        return sorted(found, key=lambda group: -group.best.similarity)

    def _normalised(self, groups: list[NeighbourGroup]) -> dict[int, NeighbourGroup]:
        """Those of ``groups`` that are known by catalog photos alone, with their photos' fair scores."""
        if self.yardstick is None or not groups:
            return {}
        photographed = with_counter_photos(self.shop.catalog, (group.key for group in groups))
        if self.prototypes is None and len(photographed) > FEW_PHOTOGRAPHED * len(groups):
            return {}
        known = [group for group in groups if group.key not in photographed]
        photos = [photo for group in known for photo in group.neighbours]
        ids = np.array([photo.photo_id for photo in photos], np.int64)
        likeness = np.array([photo.similarity for photo in photos], np.float64)
        scores = iter(self.yardstick.photo_scores(ids, likeness).tolist())
        found = {}
        for group in known:
            own = [Neighbour(photo.photo_id, min(1.0, next(scores))) for photo in group.neighbours]
            own.sort(key=lambda photo: -photo.similarity)
            found[group.key] = NeighbourGroup(group.key, tuple(own))
        return found


def _lifted(group: NeighbourGroup, score: float) -> NeighbourGroup:
    """``group`` with the score of a search that was confirmed for it, where that is more."""
    return group if score <= group.best.similarity else replace(_scored(group, score), confirmed=True)


def _scored(group: NeighbourGroup, score: float) -> NeighbourGroup:
    best = Neighbour(group.best.photo_id, score)
    return NeighbourGroup(group.key, (best, *group.neighbours[1:]))
