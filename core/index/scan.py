"""Scoring many rows against one query, and picking the best: the arithmetic of every search.

Rows are multiplied in blocks so small that BLAS does not start a second thread for them. A product of
matrix and vector waits for memory, so a second thread gains little; but when the other cores are busy
with an import or a lesson, the whole search would wait until that thread gets its turn.
"""

import numpy as np
from numpy.typing import NDArray

_UNTHREADED_NUMBERS = 8_000  # OpenBLAS threads a product of 9,216 numbers or more
_BLOCK_NUMBERS = 1 << 18  # one block of upcast rows stays in the second-level cache

Keys = NDArray[np.float32]
"""``row · query − offset`` of each row: higher is nearer (see core/embedding/measures.py)."""


def score_all(
    matrix: NDArray[np.floating], offsets: NDArray[np.float32] | None, query: NDArray[np.float32]
) -> Keys:
    """Score every row of a float32 or float16 matrix, shape (n, dim)."""
    if matrix.dtype == np.float32:
        keys = _product(matrix, query)
    else:
        keys = np.empty(len(matrix), np.float32)
        step = max(1, _BLOCK_NUMBERS // matrix.shape[1])
        buffer = np.empty((min(step, len(matrix)), matrix.shape[1]), np.float32)
        for start in range(0, len(matrix), step):
            block = matrix[start : start + step]
            upcast = buffer[: len(block)]
            upcast[...] = block
            keys[start : start + len(block)] = _product(upcast, query)
    if offsets is not None:
        keys -= offsets
    return keys


def _product(matrix: NDArray[np.float32], query: NDArray[np.float32]) -> Keys:
    """``matrix @ query`` in one thread, for contiguous rows."""
    count, dim = matrix.shape
    block = max(1, _UNTHREADED_NUMBERS // dim)
    even = count - count % block
    product = np.empty(count, np.float32)
    np.matmul(matrix[:even].reshape(-1, block, dim), query, out=product[:even].reshape(-1, block))
    np.matmul(matrix[even:], query, out=product[even:])
    return product


def score_rows(
    matrix: NDArray[np.floating],
    offsets: NDArray[np.float32] | None,
    query: NDArray[np.float32],
    rows: NDArray[np.intp],
) -> Keys:
    """Score the given rows only."""
    return score_all(matrix[rows], None if offsets is None else offsets[rows], query)


def best_first(keys: Keys, count: int) -> NDArray[np.intp]:
    """Positions of the ``count`` highest keys, highest first; equal keys in order of position."""
    if count < len(keys):
        chosen = np.sort(np.argpartition(keys, len(keys) - count)[len(keys) - count :])
    else:
        chosen = np.arange(len(keys))
    return chosen[np.argsort(-keys[chosen], kind="stable")]


def positions_of(wanted: NDArray[np.int64], sorted_ids: NDArray[np.int64]) -> NDArray[np.intp]:
    """Where each of ``wanted`` stands in ``sorted_ids``; −1 if it does not."""
    if not len(sorted_ids):
        return np.full(len(wanted), -1, np.intp)
    positions = np.minimum(np.searchsorted(sorted_ids, wanted), len(sorted_ids) - 1)
    return np.where(sorted_ids[positions] == wanted, positions, -1)
