"""What a lesson learns from: the shop's photos as vectors, each with its product.

Pictures of searches that the clerk confirmed and allowed to be kept join them as counter photos.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.log.search_feedback import kept_queries
from core.catalog.photos.photos import PhotoKind, photos_by_ids
from core.catalog.photos.vectors import stream_vectors
from core.embedding.backbone import BackboneSpec
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Photos in step, n of them.

    Attributes:
        vectors: (n, dim) float32, the backbone's raw ones.
        products: (n,) int64, product ids.
        counter: (n,) bool, true for photos as they are taken in the shop.
        synthetic: (n,) bool, true for photos that were made of a catalog photo.
        stamps: (n,) int64, made of the picture's hash: the same photo has the same stamp tomorrow.
    """

    vectors: NDArray[np.float32]
    products: NDArray[np.int64]
    counter: NDArray[np.bool_]
    synthetic: NDArray[np.bool_]
    stamps: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.products)

    def only(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> "Examples":
        """Those where ``chosen``, (n,), is true; or the rows that it names, in that order."""
        return Examples(
            self.vectors[chosen],
            self.products[chosen],
            self.counter[chosen],
            self.synthetic[chosen],
            self.stamps[chosen],
        )

    def and_also(self, others: "Examples") -> "Examples":
        """These, then the others."""
        return Examples(
            np.concatenate([self.vectors, others.vectors]),
            np.concatenate([self.products, others.products]),
            np.concatenate([self.counter, others.counter]),
            np.concatenate([self.synthetic, others.synthetic]),
            np.concatenate([self.stamps, others.stamps]),
        )


def shop_examples(shop: Shop, backbone: BackboneSpec | None = None) -> Examples:
    """Every photo of a live product that a backbone has seen, and the kept queries of one.

    Args:
        backbone: the one in use, if none is given.
    """
    spec = backbone or shop.spec
    parts = [_kept(shop, spec)]
    for batch in stream_vectors(shop.catalog, spec.fingerprint):
        photos = photos_by_ids(shop.catalog, batch.ids.tolist())
        found = np.isin(batch.ids, np.array([photo.id for photo in photos], np.int64))
        parts.append(
            Examples(
                batch.vectors[found].astype(np.float32),
                np.array([photo.product_id for photo in photos], np.int64),
                np.array([photo.kind is PhotoKind.COUNTER for photo in photos], np.bool_),
                np.zeros(len(photos), np.bool_),
                np.array([stamp_of(photo.sha256) for photo in photos], np.int64),
            )
        )
    nothing = no_examples(spec.dim)
    for part in parts:
        nothing = nothing.and_also(part)
    return nothing


def _kept(shop: Shop, spec: BackboneSpec) -> Examples:
    """What was confirmed at the counter; pictures that only another backbone has seen are left out."""
    kept = [one for one in kept_queries(shop.catalog) if one.fingerprint == spec.fingerprint]
    if not kept:
        return no_examples(spec.dim)
    return Examples(
        np.stack([one.vector for one in kept]).astype(np.float32),
        np.array([one.product_id for one in kept], np.int64),
        np.ones(len(kept), np.bool_),
        np.zeros(len(kept), np.bool_),
        np.array([stamp_of(one.sha256) for one in kept], np.int64),
    )


def no_examples(dim: int) -> Examples:
    """None at all."""
    empty = np.empty(0, np.int64)
    mask = np.empty(0, np.bool_)
    return Examples(np.empty((0, dim), np.float32), empty, mask, mask, empty)


def stamp_of(sha256: str) -> int:
    """A photo's number: the first 60 bits of its picture's hash."""
    return int(sha256[:15], 16)
