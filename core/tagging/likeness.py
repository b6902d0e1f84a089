"""Every product as one short vector, so that thousands can be compared with thousands in a moment.

A product's vector is the mean of its photos' vectors as the shop compares them (backbone and lesson), reduced
to their leading components (PCA) without the part that all have in common: what is left tells products of
this shop apart. It serves to group products and to find their neighbours, not to recognise one.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import products_of_photos
from core.catalog.photos.vectors import searchable_photos, stream_vectors, vectors_of
from core.messages import message
from core.models.shop_model import ShopModel
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

DIMENSIONS = 96
_SAMPLE = 3000
_ROUNDS = 4
_NO_LENGTH = 1e-12
_DEPENDENT = 1e-6
_STAGE = message("core", "Comparing the products")


@dataclass(frozen=True, eq=False)
class LikenessMap:
    """Products that have a photo, and how to compare them.

    Attributes:
        product_ids: (n,) int64, ascending.
        vectors: (n, d) float32 of unit length; their inner product is the likeness, from -1 to 1, about 0 for
            two products taken at random.
        mean, axes: (dim,) and (dim, d), what turned the compared vectors into these; empty where none did.
    """

    product_ids: NDArray[np.int64]
    vectors: NDArray[np.float32]
    mean: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    axes: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 1), np.float32))

    def rows_of(self, product_ids: NDArray[np.int64]) -> NDArray[np.intp]:
        """The rows of those of the products that have a photo, in the order given."""
        if not len(self.product_ids):
            return np.zeros(0, np.intp)
        places = np.searchsorted(self.product_ids, product_ids)
        places[places == len(self.product_ids)] = 0
        found: NDArray[np.intp] = places[self.product_ids[places] == product_ids]
        return found

    def place(self, model: ShopModel, raw: NDArray[Any]) -> NDArray[np.float32]:
        """Where a product that is not here would stand, (d,), by its pictures' raw vectors, (n, dim)."""
        reduced = (_directions(model, raw) - self.mean) @ self.axes
        place: NDArray[np.float32] = unit(reduced.sum(axis=0, keepdims=True))[0]
        return place


def compare_products(shop: Shop, progress: ReportProgress = ignore_progress) -> LikenessMap:
    """Read every live product's vectors once; some seconds for a hundred thousand.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    model, fingerprint = shop.model, shop.spec.fingerprint
    photo_ids = searchable_photos(shop.catalog, fingerprint).ids
    if not len(photo_ids):
        return LikenessMap(np.zeros(0, np.int64), np.zeros((0, 1), np.float32))
    sample = photo_ids[:: max(1, len(photo_ids) // _SAMPLE)]
    mean, axes = _leading(_directions(model, vectors_of(shop.catalog, fingerprint, sample).vectors))
    products = products_of_photos(shop.catalog, photo_ids)
    product_ids, row_of_photo = np.unique(products, return_inverse=True)
    sums = np.zeros((len(product_ids), axes.shape[1]), np.float32)
    done = 0
    for batch in stream_vectors(shop.catalog, fingerprint):
        report(progress, _STAGE, done, len(photo_ids))
        places = np.searchsorted(photo_ids, batch.ids)
        places[places == len(photo_ids)] = 0
        known = photo_ids[places] == batch.ids  # others were added a moment ago
        reduced = (_directions(model, batch.vectors[known]) - mean) @ axes
        np.add.at(sums, row_of_photo[places[known]], reduced)
        done += len(batch.ids)
    report(progress, _STAGE, len(photo_ids), len(photo_ids))
    # Products are removed by negative keys: a photo that is gone since the ids were read.
    there = product_ids >= 0
    return LikenessMap(product_ids[there], unit(sums[there]), mean, axes)


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row at length 1; zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, _NO_LENGTH), np.float32)


def _directions(model: ShopModel, raw: NDArray[Any]) -> NDArray[np.float32]:
    return unit(model.compared(raw))


def _leading(rows: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean (dim,) and the leading directions of variance, (dim, at most ``DIMENSIONS``).

    By a random start and a few rounds of subspace iteration (N. Halko, P. G. Martinsson and J. A. Tropp,
    2011, algorithm 4.4): a full decomposition would take a second, and only the space counts, not its axes.
    """
    mean = rows.mean(axis=0)
    centred = rows - mean
    width = min(DIMENSIONS, *rows.shape)
    axes = np.random.default_rng(0).standard_normal((rows.shape[1], width)).astype(np.float32)
    for _ in range(_ROUNDS):
        axes = _orthonormal(centred.T @ (centred @ axes))
    return mean, np.ascontiguousarray(axes, np.float32)


def _orthonormal(columns: NDArray[np.float32]) -> NDArray[np.float32]:
    """Columns at right angles that span what ``columns`` do, the dependent ones left out.

    By the small matrix of their products: numpy's own QR of the large one keeps the interpreter's lock, and
    the window would stand still meanwhile.
    """
    lengths = np.linalg.norm(columns, axis=0)
    scaled = columns[:, lengths > _NO_LENGTH] / lengths[lengths > _NO_LENGTH]
    values, vectors = np.linalg.eigh((scaled.T @ scaled).astype(np.float64))
    kept = values > _DEPENDENT * max(1.0, float(values[-1]) if len(values) else 0.0)
    return np.asarray(scaled @ (vectors[:, kept] / np.sqrt(values[kept])), np.float32)
