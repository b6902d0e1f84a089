"""Vectors to measure indexes with: made up, but spread as those of real shop photos are.

The figures come from EfficientNet-Lite2's vectors of 2,640 photos of 81 products: the variance of the
i-th principal component falls as i to the power −1.15, two photos of different products have a cosine of
0.4 in the median, and a photo's nearest neighbour has 0.9. Here a product has ten photos on average, so
that about half of all queries have neighbours that belong to other products: the hard ones to find.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PHOTOS_PER_PRODUCT = 10
_DECAY = 1.15
_COMMON = 0.74  # length of what all vectors share, against 1 for the spread of the products
_WITHIN = 0.5  # spread of one product's photos, against 1 for the spread of the products
_BLOCK = 20_000


@dataclass(frozen=True, slots=True)
class BenchmarkData:
    """Paths of ``.npy`` files: float32 vectors (n, dim), queries (q, dim), int64 nearest rows (q, 10)."""

    vectors: Path
    queries: Path
    truth: Path


def make_data(folder: Path, items: int, dim: int, queries: int, *, seed: int = 0) -> BenchmarkData:
    """Write the files into ``folder``. Queries are further photos of the same products, not in the index."""
    random = np.random.default_rng(seed)
    spread = _spread(dim)
    common = random.standard_normal(dim, dtype=np.float32)
    common *= np.float32(_COMMON) / np.linalg.norm(common)
    products = max(1, items // PHOTOS_PER_PRODUCT)
    centres = common + spread * random.standard_normal((products, dim), dtype=np.float32)

    def photos(count: int) -> NDArray[np.float32]:
        noise = spread * random.standard_normal((count, dim), dtype=np.float32)
        made: NDArray[np.float32] = centres[random.integers(0, products, count)] + np.float32(_WITHIN) * noise
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return made

    data = BenchmarkData(folder / "vectors.npy", folder / "queries.npy", folder / "truth.npy")
    asked = photos(queries)
    np.save(data.queries, asked)
    vectors = np.lib.format.open_memmap(data.vectors, "w+", np.float32, (items, dim))
    for start in range(0, items, _BLOCK):
        vectors[start : start + _BLOCK] = photos(min(_BLOCK, items - start))
    vectors.flush()
    np.save(data.truth, nearest_rows(vectors, asked, min(10, items)))
    return data


def photo_vectors(random: np.random.Generator, owners: NDArray[np.int64], dim: int) -> NDArray[np.float32]:
    """Vectors of photos of these products, (n, dim) of length 1; those of one product are alike."""
    spread = _spread(dim)
    common = np.random.default_rng(0).standard_normal(dim, dtype=np.float32)
    common *= np.float32(_COMMON) / np.linalg.norm(common)
    which, places = np.unique(owners, return_inverse=True)
    centres = [np.random.default_rng([1, owner]).standard_normal(dim, dtype=np.float32) for owner in which]
    noise = random.standard_normal((len(owners), dim), dtype=np.float32)
    made: NDArray[np.float32] = common + spread * (np.array(centres)[places] + np.float32(_WITHIN) * noise)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    return made


def _spread(dim: int) -> NDArray[np.float32]:
    """The deviation along each direction."""
    spread = np.arange(1, dim + 1, dtype=np.float32) ** np.float32(-_DECAY / 2)
    spread /= np.linalg.norm(spread)
    return spread


def nearest_rows(vectors: NDArray[np.float32], queries: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """For each query the ``count`` rows with the greatest dot product, in no order, shape (q, count)."""
    rows = np.empty((len(queries), 0), np.int64)
    scores = np.empty((len(queries), 0), np.float32)
    for start in range(0, len(vectors), _BLOCK):
        block = queries @ vectors[start : start + _BLOCK].T
        block_rows = np.broadcast_to(np.arange(start, start + block.shape[1]), block.shape)
        rows, scores = np.concatenate([rows, block_rows], axis=1), np.concatenate([scores, block], axis=1)
        best = np.argpartition(-scores, count - 1, axis=1)[:, :count]
        rows, scores = np.take_along_axis(rows, best, axis=1), np.take_along_axis(scores, best, axis=1)
    return rows
