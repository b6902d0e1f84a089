"""The nearest photos of all photos."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.copies import near_photos
from core.copies.near_photos import nearest_photos


@pytest.fixture
def vectors(monkeypatch: pytest.MonkeyPatch) -> NDArray[np.float16]:
    """Forty, of which 3 and 30, and 7, 8 and 9 lie near one another; looked at in several blocks."""
    monkeypatch.setattr(near_photos, "_ROWS", 7)
    monkeypatch.setattr(near_photos, "_COLUMNS", 11)
    drawn = np.random.default_rng(0).normal(size=(40, 64))
    drawn[30] = 2 * drawn[3] + 0.1 * drawn[20]
    drawn[8] = drawn[7] + 0.2 * drawn[21]
    drawn[9] = drawn[7] + 0.3 * drawn[22]
    return drawn.astype(np.float16)


def test_each_pair_is_found_once_with_its_cosine(vectors: NDArray[np.float16]) -> None:
    one, other, cosines = nearest_photos(vectors, np.arange(40), 3, 0.8)
    assert list(zip(one.tolist(), other.tolist(), strict=True)) == [(3, 30), (7, 8), (7, 9), (8, 9)]
    exact = vectors.astype(np.float64)
    exact /= np.linalg.norm(exact, axis=1, keepdims=True)
    assert cosines == pytest.approx((exact[one] * exact[other]).sum(axis=1), abs=1e-3)


def test_where_there_are_many_the_same_are_found_by_fewer_directions(
    vectors: NDArray[np.float16], monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = nearest_photos(vectors, np.arange(40), 3, 0.8)
    monkeypatch.setattr(near_photos, "_MANY", 20)
    monkeypatch.setattr(near_photos, "_DIRECTIONS", 24)
    for found, known in zip(nearest_photos(vectors, np.arange(40), 3, 0.8), exact, strict=True):
        assert found == pytest.approx(known, abs=1e-6)


def test_only_the_pairs_of_those_that_ask_are_found(vectors: NDArray[np.float16]) -> None:
    one, other, _ = nearest_photos(vectors, np.array([9, 30]), 1, 0.8)
    assert list(zip(one.tolist(), other.tolist(), strict=True)) == [(3, 30), (7, 9)]


def test_no_photos_are_near_to_none() -> None:
    one, other, cosines = nearest_photos(np.empty((0, 4), np.float16), np.arange(0), 3, 0.5)
    assert len(one) == len(other) == len(cosines) == 0
