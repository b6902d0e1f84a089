"""Projections: the arithmetic, and files that are whole or refused."""

from pathlib import Path

import numpy as np
import pytest

from core.embedding.backbone import Part
from core.errors import KnownError
from core.models.projection import Projection, balanced, read_projection, write_projection

PARTS = (Part(2), Part(3, signed=True))


def projection() -> Projection:
    rng = np.random.default_rng(0)
    return Projection(
        "0123456789abcdef",
        PARTS,
        rng.normal(size=5).astype(np.float32),
        rng.normal(size=(5, 4)).astype(np.float32),
    )


def test_each_part_counts_the_same_and_only_unsigned_ones_are_rooted() -> None:
    vector = np.array([9.0, 16.0, -2.0, 0.0, 1.5])
    np.testing.assert_allclose(balanced(vector, PARTS), [0.6, 0.8, -0.8, 0, 0.6], atol=1e-6)


def test_a_part_of_zeros_stays_zero() -> None:
    assert not balanced(np.zeros((2, 5)), PARTS).any()


def test_it_balances_centres_and_maps() -> None:
    learned = projection()
    vectors = np.random.default_rng(1).uniform(0, 4, (3, 5)).astype(np.float16)
    expected = (balanced(vectors, PARTS) - learned.mean) @ learned.matrix
    np.testing.assert_array_equal(learned.apply(vectors), expected)
    np.testing.assert_allclose(learned.apply(vectors[1]), expected[1], rtol=1e-5, atol=1e-6)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_projection(tmp_path / "p.npz", projection())
    again = read_projection(tmp_path / "p.npz")
    assert again.fingerprint == projection().fingerprint
    np.testing.assert_array_equal(again.matrix, projection().matrix)


def test_one_changed_number_changes_the_fingerprint() -> None:
    other = projection()
    other.matrix[2, 1] += 1e-3
    assert other.fingerprint != projection().fingerprint


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_a_damaged_file_is_refused_with_a_sentence(tmp_path: Path, place: float) -> None:
    path = tmp_path / "p.npz"
    write_projection(path, projection())
    content = bytearray(path.read_bytes())
    middle = int(len(content) * place)
    content[middle : middle + 40] = bytes(40)
    path.write_bytes(content)
    with pytest.raises(KnownError, match="damaged"):
        read_projection(path)


def test_a_truncated_or_missing_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "p.npz"
    write_projection(path, projection())
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(KnownError, match="damaged"):
        read_projection(path)
    with pytest.raises(KnownError, match="missing"):
        read_projection(tmp_path / "none.npz")
