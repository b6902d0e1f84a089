"""Which directions tell the products apart: linear discriminant analysis with shrinkage.

Photos of one product differ by light, ground and distance; the scatter within the products shows how. The
discriminants are the directions in which the products' means lie furthest apart, measured in units of that
scatter (R. A. Fisher, 1936; C. R. Rao, 1948). There are more dimensions than photos in a small shop, so the
scatter is pulled towards a sphere of the same mean width (shrinkage; J. H. Friedman, 1989).
"""

import numpy as np
from numpy.typing import NDArray

_FLOOR = 1e-6  # of the mean variance: a dimension that never changes must not divide by zero
_FLAT = 1e-9  # of the widest axis' variance: below it single precision knows no direction


def linear_discriminants(
    vectors: NDArray[np.float32],
    labels: NDArray[np.int64],
    *,
    count: int,
    shrinkage: float,
    weights: NDArray[np.float64] | None = None,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Centre and directions for the best separation of the labels.

    Args:
        vectors: (n, dim).
        labels: (n,) one number per product; a product with one vector adds to the means only.
        count: most directions wanted.
        shrinkage: 0 keeps the scatter as measured, 1 takes a sphere of its mean width.
        weights: (n,) what each vector counts, above 0; None for all alike.

    Returns:
        The mean (dim,) and the directions (dim, k), where k = min(count, dim, products - 1), scaled so that
        the scatter within the products is 1 along each: project by ``(v - mean) @ directions``.

    Raises:
        ValueError: fewer than two products, or no product with two different vectors.
    """
    names, owners = np.unique(labels, return_inverse=True)
    if len(names) < 2:
        raise ValueError("discriminants need at least two products")
    counts = np.ones(len(vectors)) if weights is None else weights
    if len(vectors) < vectors.shape[1]:  # all that matters lies in the space that the few vectors span
        middle = vectors.mean(axis=0)
        basis = _spanned(vectors - middle)
        centre, directions = _discriminants(
            (vectors - middle) @ basis, names, owners, counts, count, shrinkage, vectors.shape[1]
        )
        return (middle + basis @ centre).astype(np.float32), (basis @ directions).astype(np.float32)
    centre, directions = _discriminants(vectors, names, owners, counts, count, shrinkage, vectors.shape[1])
    return centre.astype(np.float32), directions.astype(np.float32)


def _spanned(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """An orthonormal basis (dim, k) of what centred ``points`` (n, dim), n below dim, span.

    From the products of the points with one another: for a few hundred points that takes a fifth of the time
    of a QR decomposition, and a lesson needs eleven.
    """
    exact = points.astype(np.float64)
    values, axes = np.linalg.eigh(exact @ exact.T)
    kept = values > max(float(values[-1]) * _FLAT, 0.0)
    return np.asarray(exact.T @ (axes[:, kept] / np.sqrt(values[kept])), np.float32)


def _discriminants(
    vectors: NDArray[np.float32],
    names: NDArray[np.int64],
    owners: NDArray[np.int64],
    weights: NDArray[np.float64],
    count: int,
    shrinkage: float,
    dim: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The same for vectors that may lie in a smaller space than the one of ``dim`` dimensions."""
    sizes = np.bincount(owners, weights)
    sums = np.zeros((len(names), vectors.shape[1]))
    np.add.at(sums, owners, vectors * weights[:, None])
    means = sums / sizes[:, None]
    centre = sums.sum(axis=0) / sizes.sum()
    scatter = _shrunk(_scatter_within(vectors, means, owners, weights), shrinkage, dim)
    # Whiten the means with the Cholesky factor of the scatter; the discriminants are their principal axes.
    factor = np.linalg.cholesky(scatter)
    whitened = np.linalg.solve(factor, (means - centre).T).T * np.sqrt(sizes / sizes.mean())[:, None]
    axes = principal_axes(whitened, min(count, vectors.shape[1], len(names) - 1))
    directions = np.linalg.solve(factor.T, axes)
    return np.asarray(centre, np.float64), np.asarray(directions, np.float64)


def _scatter_within(
    vectors: NDArray[np.float32],
    means: NDArray[np.float64],
    owners: NDArray[np.int64],
    weights: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Mean outer product of the vectors' distances from their product's mean, (dim, dim)."""
    rest = vectors - means.astype(np.float32)[owners]
    rest *= np.sqrt(weights)[:, None].astype(np.float32)
    scatter: NDArray[np.float64] = (rest.T @ rest).astype(np.float64) / weights.sum()
    if not scatter.any():
        raise ValueError("discriminants need a product with two different vectors")
    return scatter


def _shrunk(scatter: NDArray[np.float64], shrinkage: float, dim: int) -> NDArray[np.float64]:
    width = float(np.trace(scatter)) / dim
    shrunk = (1 - shrinkage) * scatter
    shrunk[np.diag_indices_from(shrunk)] += (shrinkage + _FLOOR) * width
    return shrunk


def principal_axes(points: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """The ``count`` axes (dim, count) along which centred ``points`` (n, dim) spread most, widest first."""
    few_points = len(points) < points.shape[1]
    gram = points @ points.T if few_points else points.T @ points
    values, vectors = np.linalg.eigh(gram)
    values, vectors = values[::-1][:count], vectors[:, ::-1][:, :count]
    kept = values > values[0] * 1e-9
    axes = points.T @ vectors[:, kept] if few_points else vectors[:, kept]
    return np.asarray(axes / np.linalg.norm(axes, axis=0), np.float64)
