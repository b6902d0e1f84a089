"""What counts as the same view."""

import numpy as np
from numpy.typing import NDArray

from core.embedding.likeness import SAME_VIEW, SeenBefore
from core.embedding.networks.efficientnet_lite import LITE2


def test_a_vector_is_new_once_and_what_differs_enough_stays_new() -> None:
    rng = np.random.default_rng(0)
    there = rng.random((100, LITE2.dim)).astype(np.float16)
    seen = SeenBefore(LITE2, there)
    assert not seen.is_new(there[70])
    others = [np.abs(rng.standard_normal(LITE2.dim)) ** 3 for _ in range(150)]
    assert all(seen.is_new(vector) for vector in others)
    assert not any(seen.is_new(vector * 2) for vector in others)


def likeness(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """The cosine of the pooled features' square roots."""
    a, b = (np.sqrt(vector[: LITE2.parts[0].length]) for vector in (one, other))
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_frames_of_one_film_must_differ_more() -> None:
    rng = np.random.default_rng(0)
    vector = rng.random(LITE2.dim) + 0.1
    far = rng.random(LITE2.dim) + 0.1
    near = min(
        (vector + share * far for share in np.linspace(0, 1, 101)),
        key=lambda mixed: abs(likeness(vector, mixed) - 0.978),
    )
    alone = np.zeros((0, LITE2.dim), np.float16)
    assert SeenBefore(LITE2, alone).is_new(vector)
    assert [SeenBefore(LITE2, vector[np.newaxis]).is_new(near, same) for same in (0.985, SAME_VIEW)] == [
        True,
        False,
    ]
