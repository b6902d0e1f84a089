"""Discriminants where only pictures of the catalog teach, no photo from the shop.

Early stages of a network see edges and texture, and of these a drawn photo has others than a real one: they
count little then, and the scatter within products is believed less. Where photos from the shop teach, all
parts of a vector count alike.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import Part
from core.learning.discriminants import linear_discriminants

SHRINKAGE = 0.6
"""Chosen with what the parts count: docs/decisions/0025-a-shop-teaches-itself.md."""

_STAGES = (0.7, 0.5)
"""The last stages before the pooled features; earlier ones count nothing."""

_COLOURS = 0.7


def studio_discriminants(
    rows: NDArray[np.float32], labels: NDArray[np.int64], parts: Sequence[Part], *, count: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """As :func:`core.learning.discriminants.linear_discriminants`, by parts that count differently.

    Args:
        rows: (n, dim) balanced vectors.
        parts: what they are made of, as core/embedding/networks/detailed_vector.py makes them: pooled
            features, stages (signed) from the last to the first, colours.
    """
    weights = _weights(parts)
    used = weights > 0
    centre, directions = linear_discriminants(
        rows[:, used] * weights[used], labels, count=count, shrinkage=SHRINKAGE
    )
    mean = np.zeros(len(weights), np.float32)
    matrix = np.zeros((len(weights), directions.shape[1]), np.float32)
    mean[used] = centre / weights[used]
    matrix[used] = weights[used, None] * directions
    return mean, matrix


def _weights(parts: Sequence[Part]) -> NDArray[np.float32]:
    """What each number of a vector counts, (dim,)."""
    stages = iter(_STAGES)
    counts = [next(stages, 0.0) if part.signed else _COLOURS for part in parts]
    counts[0] = 1.0
    return np.repeat(np.array(counts, np.float32), [part.length for part in parts])
