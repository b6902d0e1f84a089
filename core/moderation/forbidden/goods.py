"""The pictures of goods that are never sold, with what the network and the print say of each."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.moderation.never_sell import (
    NeverSellPicture,
    never_sell_pictures,
    picture_vectors,
    store_picture_vectors,
)
from core.errors import KnownError
from core.imaging.decode import decode_bytes
from core.models.projection import balanced
from core.moderation.forbidden.seen_vector import embedded
from core.print.sift import Points, as_looked_at
from core.search.print_points import points_of_picture
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True, eq=False)
class ForbiddenGoods:
    """Pictures, in step with the rows of ``directions``.

    Attributes:
        directions: (n, dim) float32 of unit length, as :func:`direction` makes them.
        points: of each picture's print.
        sizes: width and height of each picture as its points were looked for, in pixels.
    """

    pictures: tuple[NeverSellPicture, ...]
    directions: NDArray[np.float32]
    points: tuple[Points, ...]
    sizes: tuple[tuple[int, int], ...]


def direction(shop: Shop, vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Raw vectors, (…, dim), as they are compared: no part outweighs another, unit length; no lesson.

    A lesson learned to tell the shop's own products apart, and these are none of them.
    """
    rows = balanced(vectors, shop.spec.parts)
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), np.float32)


def forbidden_goods(shop: Shop) -> ForbiddenGoods:
    """All that the shop has of them; what was not seen by the network in use is seen now, and kept.

    A picture that cannot be opened (the catalog may be a stranger's) is left out.

    Raises:
        KnownError: the network's files are missing or damaged.
    """
    spec = shop.spec
    known = picture_vectors(shop.catalog, spec.fingerprint, spec.dim)
    pictures, vectors, points, sizes = [], [], [], []
    seen: dict[int, NDArray[np.floating]] = {}
    for one in never_sell_pictures(shop.catalog):
        try:
            image = decode_bytes(one.jpeg, name=one.name)
        except KnownError:
            continue
        vector: NDArray[np.floating] | None = known.get(one.id)
        if vector is None:
            vector = seen[one.id] = embedded(shop, image)
        pictures.append(one)
        vectors.append(np.asarray(vector, np.float32))
        points.append(points_of_picture(shop, one.sha256, lambda image=image: image))  # type: ignore[misc]
        sizes.append(as_looked_at(image).size)
    if seen and shop.writable:
        store_picture_vectors(shop.catalog, spec.fingerprint, seen)
    rows = np.stack(vectors) if vectors else np.empty((0, spec.dim), np.float32)
    return ForbiddenGoods(tuple(pictures), direction(shop, rows), tuple(points), tuple(sizes))
