"""Where in a picture packages stand whose print the shop knows: every piece with a perspective of its own.

Packages side by side have no ground between them, and twice the same one looks like one wide thing; their
print tells them apart. Looked for are products that the network saw somewhere in the picture and that are
known by catalog photos alone, as when a picture of one product is searched
(core/search/witnesses/print.py): where counter photos are known, the network is the better judge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.catalog.photos.photos import Photo, PhotoKind, photos_of_products
from core.print.sift import Points, as_looked_at, sift_points
from core.print.verification import Agreement, instances
from core.search.print_points import looked_at, points_of
from core.shop.shop import Shop

_SIDE = 960
_MOST_POINTS = 2000
_LEAST_POINTS = 10
"""Chance agrees on seven now and then; a picture of many things gives it more tries."""
_MOST_PIECES = 30
_LEAST_SHARE = 0.03
"""Of the picture's longer side."""
_MOST_STRETCHED = 2.0
"""Times that a package's sides may be longer than one another, compared with its photo."""

Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PrintedPiece:
    """A package that was found by its print.

    Attributes:
        box: (4,) left, top, right, bottom in shares of the picture.
        points: how many points agree.
    """

    product_id: int
    box: Places
    points: int


def printed_pieces(shop: Shop, image: Image.Image, products: Sequence[int]) -> list[PrintedPiece]:
    """The pieces of ``products``, known by catalog photos, in ``image`` (upright RGB); most points first."""
    if not products:
        return []
    photos = photos_of_products(shop.catalog, products)
    seen = sift_points(image, side=_SIDE, most=_MOST_POINTS)
    size = as_looked_at(image, _SIDE).size
    found = [
        PrintedPiece(product, box, len(agreement))
        for product, own in photos.items()
        for photo in _catalog(own)
        for points in [points_of(shop, photo.sha256)]
        for agreement in instances(seen, points, _LEAST_POINTS, _MOST_PIECES)
        for box in _box(agreement, points, size)
    ]
    return sorted(found, key=lambda piece: -piece.points)


def _catalog(photos: Iterable[Photo]) -> list[Photo]:
    return looked_at([photo for photo in photos if photo.kind is PhotoKind.CATALOG])


def _box(agreement: Agreement, points: Points, size: tuple[int, int]) -> list[Places]:
    """Where the photo's product lies in the picture; nothing where no package can lie so."""
    left, top = points.places.min(axis=0).tolist()
    right, bottom = points.places.max(axis=0).tolist()
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    back = np.linalg.pinv(agreement.perspective)
    lifted = np.concatenate([corners, np.ones((4, 1))], axis=1) @ back.T
    if (lifted[:, 2] * lifted[0, 2] <= 0).any():
        return []
    outline = lifted[:, :2] / lifted[:, 2:]
    sides = np.roll(outline, -1, axis=0) - outline
    turns = sides[:, 0] * np.roll(sides, -1, axis=0)[:, 1] - sides[:, 1] * np.roll(sides, -1, axis=0)[:, 0]
    lengths = np.linalg.norm(sides, axis=1)
    wanted = max(right - left, 1.0), max(bottom - top, 1.0)
    across, down = (lengths[0] + lengths[2]) / wanted[0], (lengths[1] + lengths[3]) / wanted[1]
    stretched = max(across / down, down / across) if min(across, down) > 0 else np.inf
    if (turns <= 0).any() or stretched > _MOST_STRETCHED or lengths.min() < _LEAST_SHARE * max(size):
        return []
    box = np.concatenate([outline.min(axis=0), outline.max(axis=0)])
    inside = np.clip(box, 0, [*size, *size]) / np.array([*size, *size])
    return [inside] if (inside[2:] - inside[:2]).min() > _LEAST_SHARE / 2 else []
