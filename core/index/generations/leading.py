"""The leading components of vectors: a short stand-in for each, to find candidates with.

Vectors of products fill few of their dimensions: of EfficientNet-Lite2's 1,280, the first 64 principal
components hold three quarters of the variance. Distances between the leading components so tell which
photos are worth an exact look, at a small part of the reading.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SAMPLE = 8_192


@dataclass(frozen=True, slots=True)
class Leading:
    """A rotation onto the principal axes that matter.

    Attributes:
        axes: float32, shape (dim, dims).
        centre: float32, shape (dims,): the mean vector on these axes.
    """

    axes: NDArray[np.float32]
    centre: NDArray[np.float32]

    @property
    def dims(self) -> int:
        """How many components there are."""
        return len(self.centre)

    def project(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Vectors, shape (dim,) or (n, dim), to their leading components, shape (dims,) or (n, dims)."""
        if rows.ndim == 1:  # a query: see core/index/scan.py on why BLAS has no part in it
            return np.asarray(np.einsum("d,dk->k", rows, self.axes) - self.centre, np.float32)
        return np.asarray(rows @ self.axes - self.centre, np.float32)


def fit_leading(rows: NDArray[np.floating], *, share: float, limit: int) -> Leading:
    """The fewest components (a multiple of 16) that hold ``share`` of the variance; at most ``limit``.

    Eigenvectors of the covariance of an even sample of ``rows``, shape (n, dim).
    """
    sample = rows[:: max(1, len(rows) // _SAMPLE)].astype(np.float32)
    mean = sample.mean(axis=0)
    sample -= mean
    variances, axes = np.linalg.eigh((sample.T @ sample).astype(np.float64))
    shares = np.cumsum(variances[::-1])
    needed = int(np.searchsorted(shares, share * shares[-1])) + 1
    dims = min(-(-needed // 16) * 16, limit, rows.shape[1])
    leading_axes = np.ascontiguousarray(axes[:, ::-1][:, :dims], dtype=np.float32)
    return Leading(leading_axes, mean @ leading_axes)


def with_halves(leads: NDArray[np.float32]) -> NDArray[np.float32]:
    """Leading components with −|x|² / 2 as one more column, shape (n, dims + 1).

    Times a query's components and a 1, that makes the greatest product the least Euclidean distance.
    """
    halves = np.einsum("nd,nd->n", leads, leads) / -2
    return np.concatenate([leads, halves[:, None]], axis=1).astype(np.float32)
