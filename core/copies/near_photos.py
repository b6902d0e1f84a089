"""Which photos lie nearest to one another, by their vectors: all with all, later the new ones with all.

Not the index's work: it answers one query at a time, and here every photo asks. Block by block the processor
multiplies at full speed: 100,000 photos take minutes, and no block needs more than some megabytes.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

_ROWS, _COLUMNS = 1024, 8192

Vectors = NDArray[np.float16]


def nearest_photos(
    vectors: Vectors,
    asking: NDArray[np.int64],
    most: int,
    least: float,
    step: Callable[[int], None] = lambda _done: None,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Pairs of photos, each once: the ``most`` nearest of each that asks, as far as they are ``least`` alike.

    Args:
        vectors: (n, dim), raw.
        asking: rows of those that ask; all others are only found.
        least: cosine.
        step: told how many have asked, now and then; may raise to stop.

    Returns:
        Rows of both photos, the smaller one first, and their cosine; (pairs,) each, in order.
    """
    lengths = np.sqrt(np.einsum("nd,nd->n", vectors, vectors, dtype=np.float32))
    found: dict[tuple[int, int], float] = {}
    for start in range(0, len(asking), _ROWS):
        step(start)
        rows = asking[start : start + _ROWS]
        for row, columns, cosines in _nearest(vectors, lengths, rows, most, least):
            for column, cosine in zip(columns.tolist(), cosines.tolist(), strict=True):
                found[min(row, column), max(row, column)] = cosine
    pairs = np.array(sorted(found), np.int64).reshape(-1, 2)
    cosines = np.array([found[one, other] for one, other in pairs.tolist()], np.float32)
    return pairs[:, 0], pairs[:, 1], cosines


def _nearest(
    vectors: Vectors, lengths: NDArray[np.float32], rows: NDArray[np.int64], most: int, least: float
) -> list[tuple[int, NDArray[np.int64], NDArray[np.float32]]]:
    """For each of a few rows its nearest columns, and their cosines."""
    asked = _directions(vectors, lengths, rows)
    columns = np.full((len(rows), most), -1, np.int64)
    cosines = np.full((len(rows), most), -np.inf, np.float32)
    for start in range(0, len(vectors), _COLUMNS):
        block = np.arange(start, min(start + _COLUMNS, len(vectors)))
        likeness = asked @ _directions(vectors, lengths, block).T
        own = (rows >= start) & (rows <= block[-1])
        likeness[np.flatnonzero(own), rows[own] - start] = -np.inf
        near = np.flatnonzero(likeness.max(axis=1) >= np.maximum(least, cosines[:, -1]))
        if not len(near):
            continue
        count = min(most, len(block))
        best = np.argpartition(-likeness[near], count - 1, axis=1)[:, :count]
        joined = np.concatenate([cosines[near], np.take_along_axis(likeness[near], best, axis=1)], axis=1)
        whose = np.concatenate([columns[near], block[best]], axis=1)
        order = np.argsort(-joined, axis=1, kind="stable")[:, :most]
        cosines[near] = np.take_along_axis(joined, order, axis=1)
        columns[near] = np.take_along_axis(whose, order, axis=1)
    kept = cosines >= least
    return [
        (row, own[is_kept], values[is_kept])
        for row, own, values, is_kept in zip(rows.tolist(), columns, cosines, kept, strict=True)
    ]


def _directions(
    vectors: Vectors, lengths: NDArray[np.float32], rows: NDArray[np.int64]
) -> NDArray[np.float32]:
    directions: NDArray[np.float32] = vectors[rows].astype(np.float32)
    directions /= np.maximum(lengths[rows, None], np.float32(1e-12))
    return directions
