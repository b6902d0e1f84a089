"""The three ways to compare vectors, each as a transform that comes before the index.

The index ranks by one formula for all of them: ``row · query − offset``. Cosine and Pearson bring both
sides to unit length (Pearson centres each vector on its own mean first), so that the dot product is the
measure itself and the offset is 0. For Euclidean the offset is half the row's squared length, because

    |q − x|² = |q|² − 2 (q · x − |x|² / 2)

makes the greatest ``q · x − |x|² / 2`` the least distance. (Each row is extended by one coordinate,
−|x|² / 2, and each query by a 1; the index keeps that coordinate apart, in single precision.)

A vector without a direction (all zeros; for Pearson all equal) is like nothing: its cosine and its
Pearson correlation with anything are 0.
"""

from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

_NO_LENGTH = 1e-12
_NO_SPREAD = 1e-6  # of the vector's length: what is left when equal float32 numbers are centred


class Measure(StrEnum):
    """How the likeness of two vectors is judged."""

    COSINE = "cosine"
    EUCLIDEAN = "euclidean"
    PEARSON = "pearson"


def to_index_space(vectors: ArrayLike, measure: Measure) -> NDArray[np.float32]:
    """Bring raw vectors, shape (dim,) or (n, dim), of any float type, to where the index compares them.

    Returns:
        float32 of the same shape: unit length (or zeros) for cosine and Pearson, unchanged for Euclidean.

    Raises:
        ValueError: a number is not finite.
    """
    raw = np.asarray(vectors)
    if not np.isfinite(raw).all():
        raise ValueError("a vector holds a number that is not finite")
    if measure is Measure.EUCLIDEAN:
        return np.array(raw, dtype=np.float32)
    # Double precision, because the squares of large or tiny float32 numbers leave its range.
    directions = _directions(raw.astype(np.float64), measure)
    return directions.astype(np.float32)


def offsets(rows: NDArray[Any], measure: Measure) -> NDArray[np.float32] | None:
    """What the index subtracts from ``rows @ query``: shape (n,), or None where it is 0 throughout.

    ``rows`` are in the index's space, as stored (so after any rounding).
    """
    if measure is not Measure.EUCLIDEAN:
        return None
    exact = rows.astype(np.float64)
    halves: NDArray[np.float32] = (np.einsum("nd,nd->n", exact, exact) / 2).astype(np.float32)
    return halves


def likeness(rows: NDArray[Any], query: NDArray[Any], measure: Measure) -> NDArray[np.float64]:
    """The measure's score of each row, shape (n, dim), with the query, shape (dim,), in double precision.

    Works on raw vectors and on vectors in the index's space alike. Cosine and Pearson give −1 to 1;
    Euclidean gives 1 / (1 + distance), so that 1 is the same vector in every measure.
    """
    exact_rows = np.asarray(rows, dtype=np.float64)
    exact_query = np.asarray(query, dtype=np.float64)
    if measure is Measure.EUCLIDEAN:
        distances: NDArray[np.float64] = np.linalg.norm(exact_rows - exact_query, axis=1)
        return 1.0 / (1.0 + distances)
    scores: NDArray[np.float64] = np.einsum(
        "nd,d->n", _directions(exact_rows, measure), _directions(exact_query, measure)
    )
    return np.clip(scores, -1.0, 1.0)


def euclidean_distance(score: float) -> float:
    """The distance behind a Euclidean :func:`likeness`."""
    return 1.0 / score - 1.0


def _directions(exact: NDArray[np.float64], measure: Measure) -> NDArray[np.float64]:
    """Each vector at unit length, centred first for Pearson; zeros where there is no direction."""
    lengths = np.linalg.norm(exact, axis=-1, keepdims=True)
    floor = np.full_like(lengths, _NO_LENGTH)
    if measure is Measure.PEARSON:
        floor = np.maximum(floor, lengths * _NO_SPREAD)
        exact = exact - exact.mean(axis=-1, keepdims=True)
        lengths = np.linalg.norm(exact, axis=-1, keepdims=True)
    scaled: NDArray[np.float64] = np.divide(exact, lengths, out=np.zeros_like(exact), where=lengths > floor)
    return scaled
