"""How vectors stand in the catalog, whatever they are of: as halves, each with the model that made it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog

STORED = np.dtype("<f2")
"""Little-endian float16, on every computer."""


def as_stored(vectors: NDArray[Any]) -> NDArray[np.float16]:
    """Vectors (n, dim) of any float type as they are kept.

    Raises:
        ValueError: another shape, or values that are not finite in half precision.
    """
    with np.errstate(over="ignore"):
        halves = np.ascontiguousarray(vectors, dtype=STORED)
    if halves.ndim != 2:
        raise ValueError(f"an array of shape {halves.shape} does not fit vectors")
    if not np.isfinite(halves).all():
        raise ValueError("a vector is not finite in half precision")
    return halves


def known_model(catalog: Catalog, fingerprint: str) -> tuple[int | None, int]:
    """A model's key, None if it has no vectors here, and their dimension."""
    row = catalog.db.execute(
        "SELECT id, dim FROM vector_models WHERE fingerprint = ?", [fingerprint]
    ).fetchone()
    return row if row is not None else (None, 0)


def model_for(catalog: Catalog, fingerprint: str, dim: int) -> int:
    """The key of a model that has vectors of ``dim`` numbers, noted now if it was not; in a transaction.

    Raises:
        ValueError: it is known with another dimension.
    """
    model, known_dim = known_model(catalog, fingerprint)
    if model is None:
        cursor = catalog.db.execute(
            "INSERT INTO vector_models (fingerprint, dim) VALUES (?, ?)", [fingerprint, dim]
        )
        return int(cursor.lastrowid or 0)
    if dim != known_dim:
        raise ValueError(f"vectors of {dim} dimensions do not fit the model's {known_dim}")
    return model
