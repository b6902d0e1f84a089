"""Prototypes are written whole and read back, or refused with a sentence."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import KnownError
from core.files.arrays import as_archive
from core.files.atomic import write_atomically
from core.models.prototypes import MOST_DOUBT, Prototypes, read_prototypes, write_prototypes


def prototypes() -> Prototypes:
    rows = np.random.default_rng(0).standard_normal((3, 7)).astype(np.float32)
    return Prototypes(np.array([2, 5, 9], np.int64), rows, np.array([0.5, -1, 0.25], np.float32))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_prototypes(tmp_path / "p.npz", prototypes())
    again = read_prototypes(tmp_path / "p.npz", 7)
    assert again is not None
    np.testing.assert_array_equal(again.products, prototypes().products)
    np.testing.assert_array_equal(again.rows, prototypes().rows)
    assert [again.doubt(product) for product in (2, 5, 9)] == [0.5, -1, 0.25]
    assert again.doubt(4) == 0


def test_those_that_an_earlier_version_wrote_doubt_nothing(tmp_path: Path) -> None:
    content = as_archive(products=prototypes().products, rows=prototypes().rows)
    write_atomically(tmp_path / "p.npz", content)
    again = read_prototypes(tmp_path / "p.npz", 7)
    assert again is not None
    np.testing.assert_array_equal(again.rows, prototypes().rows)
    assert [again.doubt(product) for product in (2, 5, 9)] == [0, 0, 0]


def test_no_product_is_doubted_beyond_measure(tmp_path: Path) -> None:
    doubts = np.array([-2e6, 1, 40], np.float32)
    write_prototypes(tmp_path / "p.npz", Prototypes(prototypes().products, prototypes().rows, doubts))
    again = read_prototypes(tmp_path / "p.npz", 7)
    assert again is not None
    assert [again.doubt(product) for product in (2, 5, 9)] == [-MOST_DOUBT, 1, MOST_DOUBT]


def test_a_lesson_may_have_none(tmp_path: Path) -> None:
    assert read_prototypes(tmp_path / "p.npz", 7) is None


def test_those_of_another_projection_are_refused(tmp_path: Path) -> None:
    write_prototypes(tmp_path / "p.npz", prototypes())
    with pytest.raises(KnownError, match="missing or damaged"):
        read_prototypes(tmp_path / "p.npz", 8)


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.npz"
    write_prototypes(path, prototypes())
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(KnownError, match="missing or damaged"):
        read_prototypes(path, 7)


@pytest.mark.parametrize("wrong", ["order", "nan", "doubt", "doubts of others"])
def test_numbers_that_make_no_sense_are_refused(tmp_path: Path, wrong: str) -> None:
    products, rows, doubts = (
        prototypes().products.copy(),
        prototypes().rows.copy(),
        prototypes().doubts.copy(),
    )
    if wrong == "order":
        products[0] = 7
    elif wrong == "nan":
        rows[1, 1] = np.nan
    elif wrong == "doubt":
        doubts[0] = np.inf
    else:
        doubts = doubts[:2]
    write_prototypes(tmp_path / "p.npz", Prototypes(products, rows, doubts))
    with pytest.raises(KnownError):
        read_prototypes(tmp_path / "p.npz", 7)


@pytest.mark.parametrize("flat", ["products", "rows", "doubts"])
def test_a_number_in_place_of_many_is_refused(tmp_path: Path, flat: str) -> None:
    whole = prototypes()
    arrays: dict[str, NDArray[Any]] = {
        "products": whole.products, "rows": whole.rows, "doubts": whole.doubts,
    }  # fmt: skip
    arrays[flat] = np.array(1, arrays[flat].dtype)
    write_atomically(tmp_path / "p.npz", as_archive(**arrays))
    with pytest.raises(KnownError, match="missing or damaged"):
        read_prototypes(tmp_path / "p.npz", 7)


def test_a_number_in_place_of_many_is_refused_where_an_earlier_version_wrote(tmp_path: Path) -> None:
    write_atomically(tmp_path / "p.npz", as_archive(products=np.array(1, np.int64), rows=prototypes().rows))
    with pytest.raises(KnownError, match="missing or damaged"):
        read_prototypes(tmp_path / "p.npz", 7)
