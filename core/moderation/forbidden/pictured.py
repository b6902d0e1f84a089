"""Goods of which the shop has a picture and says: we never sell this. Found by likeness, and by the print.

Both are heard against rivals: the photos of other products of the shop that lie nearest. What is like the
forbidden goods, and as like the neighbour on the shelf, is of that sort and not that product. Measured on a
real shop's photos, a product at a time being the forbidden one:
docs/decisions/0046-goods-that-may-not-be-sold.md.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.catalog.moderation.never_sell import never_sell_pictures
from core.catalog.photos.photos import Photo, photos_by_ids
from core.catalog.photos.vectors import vectors_of
from core.finding import Box, Finding, FindingKind
from core.messages import Sentence, message
from core.moderation.forbidden.goods import ForbiddenGoods, direction, forbidden_goods
from core.moderation.forbidden.seen_vector import seen_vector
from core.moderation.looked_at import LookedAt
from core.print.sift import Points, as_looked_at, sift_points
from core.print.verification import Agreement, agreement
from core.search.print_points import points_of
from core.shop.shop import Shop

LEAST_ALIKE, AHEAD, SURELY_ALIKE = 0.82, 0.03, 0.93
"""Cosines: told is what is so alike and so far ahead of every rival, and what is surely alike in any case."""
LEAST_POINTS, TIMES = 12, 1.5
"""Told is what has so many points of the print in common, and so many times those of every rival."""
_RIVALS = 24
"""Photos that are asked for: among them are those of the very product, which are none."""
_CLOSER = 12
"""Pictures of forbidden goods whose print is compared, the likest first."""
_RIVALS_IN_PRINT = 4


@dataclass(frozen=True, slots=True)
class _Seen:
    """How like a picture is to one of forbidden goods."""

    row: int
    score: float
    text: str
    box: Box | None = None


class PicturedDetector:
    """Finds goods that the shop has a picture of; takes a tenth of a second, and nothing without pictures."""

    name = "never-sell-pictures"
    problem: Sentence | None = None

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        names = "".join(one.sha256 for one in never_sell_pictures(shop.catalog))
        self._is_empty = not names
        self.version = hashlib.sha256(f"1 {shop.spec.fingerprint} {names}".encode()).hexdigest()[:16]

    @cached_property
    def _goods(self) -> ForbiddenGoods:
        return forbidden_goods(self._shop)

    def find(self, picture: LookedAt) -> Sequence[Finding]:
        """One finding for the goods that it is most like, or none."""
        if self._is_empty or not self._goods.pictures:
            return ()
        vector = seen_vector(picture)
        alike = self._goods.directions @ direction(self._shop, vector)
        rivals = self._rivals(picture, vector)
        seen = [*self._by_likeness(vector, alike, rivals), *self._by_print(picture, alike, rivals)]
        if not seen:
            return ()
        best = max(seen, key=lambda one: one.score)
        name = self._goods.pictures[best.row].name
        return (Finding(FindingKind.FORBIDDEN, best.score, Sentence(best.text, {"name": name}), best.box),)

    def _rivals(self, picture: LookedAt, vector: NDArray[np.float32]) -> list[Photo]:
        """The nearest photos of other products than the picture's own, the nearest first."""
        own = {photo.product_id for photo in picture.photos}
        near = self._shop.index().search(vector, _RIVALS)
        photos = photos_by_ids(self._shop.catalog, [one.photo_id for one in near])
        return [photo for photo in photos if photo.product_id not in own]

    def _by_likeness(
        self, vector: NDArray[np.float32], alike: NDArray[np.float32], rivals: Sequence[Photo]
    ) -> list[_Seen]:
        row = int(alike.argmax())
        best = float(alike[row])
        if best < LEAST_ALIKE:
            return []
        ids = [photo.id for photo in rivals]
        others = vectors_of(self._shop.catalog, self._shop.spec.fingerprint, ids).vectors
        rival = float((direction(self._shop, others) @ direction(self._shop, vector)).max(initial=-1.0))
        if best < SURELY_ALIKE and best - rival < AHEAD:
            return []
        score = 0.5 + 0.5 * (best - LEAST_ALIKE) / (1 - LEAST_ALIKE)
        return [_Seen(row, round(min(1.0, score), 4), _LOOKS_LIKE)]

    def _by_print(
        self, picture: LookedAt, alike: NDArray[np.float32], rivals: Sequence[Photo]
    ) -> list[_Seen]:
        points = self._points(picture)
        found: list[tuple[int, Agreement]] = []
        for row in np.argsort(-alike, kind="stable")[:_CLOSER].tolist():
            agreed = agreement(self._goods.points[row], points)
            if agreed is not None and len(agreed) >= LEAST_POINTS:
                found.append((row, agreed))
        if not found:
            return []
        row, most = max(found, key=lambda one: len(one[1]))
        for photo in rivals[:_RIVALS_IN_PRINT]:
            rival = agreement(points_of(self._shop, photo.sha256), points)
            if rival is not None and len(most) < TIMES * len(rival):
                return []
        score = min(1.0, 0.5 + 0.5 * (len(most) - LEAST_POINTS) / (4 * LEAST_POINTS))
        return [_Seen(row, round(score, 4), _SAME_PRINT, self._box(picture, row, most))]

    def _points(self, picture: LookedAt) -> Points:
        if picture.photos:
            return points_of(self._shop, picture.photos[0].sha256)
        return sift_points(picture.image)

    def _box(self, picture: LookedAt, row: int, agreed: Agreement) -> Box:
        """Where the forbidden goods' picture lies in the one that is looked at, as far as that shows it."""
        width, height = self._goods.sizes[row]
        theirs = max(picture.image.size) / max(as_looked_at(picture.image).size)
        corners = np.array([[0, 0, 1], [width, 0, 1], [width, height, 1], [0, height, 1]], np.float64)
        moved = corners @ agreed.perspective.T
        depth = np.where(np.abs(moved[:, 2:]) > 1e-6, moved[:, 2:], 1e-6)
        places = np.clip(moved[:, :2] / depth * theirs, 0, picture.image.size)
        (left, top), (right, bottom) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
        return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


_LOOKS_LIKE = message("core", "This looks like “{name}”, which is never sold here.")
_SAME_PRINT = message("core", "The print is that of “{name}”, which is never sold here.")
