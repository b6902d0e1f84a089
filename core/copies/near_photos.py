"""Which photos lie nearest to one another, by their vectors: all with all, later the new ones with all.

Not the index's work: it answers one query at a time, and here every photo asks. Block by block the processor
multiplies at full speed, and no block needs more than some megabytes. Where there are many photos, all are
compared in the few directions in which they differ most, and only those that lie nearest there exactly.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

_ROWS, _COLUMNS = 1024, 8192
_MANY = 8192
"""Photos, from which on it is worth while to find the directions first."""
_DIRECTIONS, _SAMPLE = 192, 4096
_MORE, _LESS_ALIKE = 5, 0.08
"""So many more are compared exactly, and of those that are so much less alike."""

Vectors = NDArray[np.float16]
Near = tuple[int, NDArray[np.int64], NDArray[np.float32]]
"""A row, the columns nearest to it, and their cosines."""


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
    compared = _shortened(vectors, lengths) if len(vectors) > _MANY else None
    found: dict[tuple[int, int], float] = {}
    for start in range(0, len(asking), _ROWS):
        step(start)
        rows = asking[start : start + _ROWS]
        if compared is None:
            nearest = _nearest(
                lambda block: _directions(vectors, lengths, block), len(vectors), rows, most, least
            )
        else:
            likely = _nearest(compared.__getitem__, len(vectors), rows, most + _MORE, least - _LESS_ALIKE)
            nearest = [
                _exactly(vectors, lengths, row, columns, most, least) for row, columns, _about in likely
            ]
        for row, columns, cosines in nearest:
            for column, cosine in zip(columns.tolist(), cosines.tolist(), strict=True):
                found[min(row, column), max(row, column)] = cosine
    pairs = np.array(sorted(found), np.int64).reshape(-1, 2)
    cosines = np.array([found[one, other] for one, other in pairs.tolist()], np.float32)
    return pairs[:, 0], pairs[:, 1], cosines


def _nearest(
    directions: Callable[[NDArray[np.int64]], NDArray[np.float32]],
    count: int,
    rows: NDArray[np.int64],
    most: int,
    least: float,
) -> list[Near]:
    """For each of a few rows its nearest columns, and their cosines, of ``count`` directions."""
    asked = directions(rows)
    columns = np.full((len(rows), most), -1, np.int64)
    cosines = np.full((len(rows), most), -np.inf, np.float32)
    for start in range(0, count, _COLUMNS):
        block = np.arange(start, min(start + _COLUMNS, count))
        likeness = asked @ directions(block).T
        own = (rows >= start) & (rows <= block[-1])
        likeness[np.flatnonzero(own), rows[own] - start] = -np.inf
        near = np.flatnonzero(likeness.max(axis=1) >= np.maximum(least, cosines[:, -1]))
        if not len(near):
            continue
        taken = min(most, len(block))
        best = np.argpartition(-likeness[near], taken - 1, axis=1)[:, :taken]
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


def _exactly(
    vectors: Vectors,
    lengths: NDArray[np.float32],
    row: int,
    columns: NDArray[np.int64],
    most: int,
    least: float,
) -> Near:
    """The nearest of a few columns."""
    own = _directions(vectors, lengths, np.array([row]))[0]
    cosines = _directions(vectors, lengths, columns) @ own
    order = np.argsort(-cosines, kind="stable")[:most]
    order = order[cosines[order] >= least]
    return row, columns[order], cosines[order]


def _shortened(vectors: Vectors, lengths: NDArray[np.float32]) -> NDArray[np.float32]:
    """All vectors along the directions in which they differ most, (n, 192), each at most of length 1.

    The directions are the first principal ones of a sample, about the origin: the product of two such vectors
    is their cosine, less what lies in the other directions.
    """
    sample = np.sort(np.random.default_rng(0).permutation(len(vectors))[:_SAMPLE])
    seen = _directions(vectors, lengths, sample)
    _values, axes = np.linalg.eigh(seen.T @ seen)
    chosen = np.ascontiguousarray(axes[:, ::-1][:, :_DIRECTIONS])
    shortened = np.empty((len(vectors), chosen.shape[1]), np.float32)
    for start in range(0, len(vectors), _COLUMNS):
        block = np.arange(start, min(start + _COLUMNS, len(vectors)))
        shortened[block] = _directions(vectors, lengths, block) @ chosen
    return shortened


def _directions(
    vectors: Vectors, lengths: NDArray[np.float32], rows: NDArray[np.int64]
) -> NDArray[np.float32]:
    directions: NDArray[np.float32] = vectors[rows].astype(np.float32)
    directions /= np.maximum(lengths[rows, None], np.float32(1e-12))
    return directions
