"""Linear discriminants against results that are known without them."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.learning.discriminants import linear_discriminants


def two_products(spread: tuple[float, float]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Two clouds, one unit apart in both dimensions, as wide as ``spread`` along each."""
    rng = np.random.default_rng(3)
    labels = np.repeat([0, 1], 2000)
    points = rng.normal(0, spread, (4000, 2)) + labels[:, None]
    return points.astype(np.float32), labels


def test_the_direction_is_fishers() -> None:
    points, labels = two_products((1.0, 0.2))
    _, directions = linear_discriminants(points, labels, count=1, shrinkage=0.0)
    within = sum(np.cov(points[labels == label].T, bias=True) for label in (0, 1)) / 2
    fisher = np.linalg.solve(within, points[labels == 1].mean(axis=0) - points[labels == 0].mean(axis=0))
    cosine = (directions[:, 0] @ fisher) / np.linalg.norm(directions[:, 0]) / np.linalg.norm(fisher)
    assert abs(cosine) == pytest.approx(1, abs=1e-5)


def test_the_scatter_within_products_becomes_one() -> None:
    points, labels = two_products((1.0, 0.2))
    centre, directions = linear_discriminants(points, labels, count=1, shrinkage=0.0)
    projected = (points - centre) @ directions
    deviations = [projected[labels == label].std() for label in (0, 1)]
    assert np.sqrt(np.mean(np.square(deviations))) == pytest.approx(1, abs=1e-3)


def test_full_shrinkage_ignores_how_the_photos_of_a_product_differ() -> None:
    points, labels = two_products((1.0, 0.2))
    _, directions = linear_discriminants(points, labels, count=1, shrinkage=1.0)
    straight = points[labels == 1].mean(axis=0) - points[labels == 0].mean(axis=0)
    cosine = (directions[:, 0] @ straight) / np.linalg.norm(directions) / np.linalg.norm(straight)
    assert abs(cosine) == pytest.approx(1, abs=1e-5)


def test_there_are_fewer_directions_than_products_however_many_are_wanted() -> None:
    rng = np.random.default_rng(1)
    labels = np.repeat(np.arange(5), 4)
    _, directions = linear_discriminants(
        rng.normal(size=(20, 30)).astype(np.float32), labels, count=256, shrinkage=0.3
    )
    assert directions.shape == (30, 4)


def test_more_products_than_dimensions_are_no_trouble() -> None:
    rng = np.random.default_rng(1)
    labels = np.repeat(np.arange(40), 3)
    _, directions = linear_discriminants(
        rng.normal(size=(120, 6)).astype(np.float32), labels, count=256, shrinkage=0.3
    )
    assert directions.shape == (6, 6)
    assert np.isfinite(directions).all()


def test_dimensions_that_no_photo_uses_change_nothing() -> None:
    rng = np.random.default_rng(1)
    labels = np.repeat(np.arange(4), 5)
    points = rng.normal(size=(20, 12)).astype(np.float32)
    wide = np.concatenate([points, np.zeros((20, 24), np.float32)], axis=1)
    # The sphere is as wide as the mean over all dimensions: thrice the dimensions, a third of the width.
    _, narrow_directions = linear_discriminants(points, labels, count=3, shrinkage=0.0)
    _, wide_directions = linear_discriminants(wide, labels, count=3, shrinkage=0.0)
    expected, found = points @ narrow_directions, wide @ wide_directions
    signs = np.sign((expected * found).sum(axis=0))
    np.testing.assert_allclose(found * signs, expected, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("labels", [[0, 0, 0], [0, 1, 2]])
def test_one_product_or_single_photos_teach_nothing(labels: list[int]) -> None:
    points = np.eye(3, dtype=np.float32)
    with pytest.raises(ValueError, match=r"at least two products|two different vectors"):
        linear_discriminants(points, np.array(labels), count=2, shrinkage=0.3)
