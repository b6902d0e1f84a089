"""Where only catalog pictures teach, early stages of the network have no say and later ones less."""

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import Part
from core.learning.discriminants import linear_discriminants
from core.learning.studio_discriminants import SHRINKAGE, studio_discriminants

PARTS = (Part(5), Part(4, signed=True), Part(3, signed=True), Part(2, signed=True), Part(6))


def examples() -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    rng = np.random.default_rng(0)
    labels = np.arange(60) % 4
    rows = rng.standard_normal((4, 20))[labels] + 0.3 * rng.standard_normal((60, 20))
    return rows.astype(np.float32), labels


def test_the_third_stage_and_those_before_it_count_nothing() -> None:
    rows, labels = examples()
    _, matrix = studio_discriminants(rows, labels, PARTS, count=3)
    assert matrix.shape == (20, 3)
    assert not matrix[12:14].any()
    assert matrix[:12].any(axis=1).all()
    assert matrix[14:].any(axis=1).all()


def test_it_maps_as_discriminants_of_weighted_vectors_do() -> None:
    rows, labels = examples()
    mean, matrix = studio_discriminants(rows, labels, PARTS, count=3)
    weights = np.repeat([1, 0.7, 0.5, 0.7], [5, 4, 3, 6]).astype(np.float32)
    used = np.concatenate([rows[:, :12], rows[:, 14:]], axis=1) * weights
    centre, directions = linear_discriminants(used, labels, count=3, shrinkage=SHRINKAGE)
    np.testing.assert_allclose((rows - mean) @ matrix, (used - centre) @ directions, atol=1e-4)


def test_a_network_of_one_part_is_taken_whole() -> None:
    rows, labels = examples()
    mean, matrix = studio_discriminants(rows, labels, (Part(20),), count=3)
    centre, directions = linear_discriminants(rows, labels, count=3, shrinkage=SHRINKAGE)
    np.testing.assert_array_equal(matrix, directions)
    np.testing.assert_array_equal(mean, centre)
