"""Arrays in files: what was written is read, and what is wrong with a file is one kind of error."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from core.files.arrays import as_archive, read_array, read_arrays


def test_named_arrays_come_back(tmp_path: Path) -> None:
    file = tmp_path / "some.npz"
    file.write_bytes(as_archive(numbers=np.arange(5), name=np.array("blue"), nothing=np.empty((0, 3))))
    found = read_arrays(file)
    assert found["numbers"].tolist() == [0, 1, 2, 3, 4]
    assert str(found["name"]) == "blue" and found["nothing"].shape == (0, 3)


def test_many_threads_read_at_once(tmp_path: Path) -> None:
    file = tmp_path / "some.npz"
    file.write_bytes(as_archive(**{f"part{number}": np.arange(number) for number in range(20)}))
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: read_arrays(file), range(100)))
    assert all(len(one) == 20 for one in found)


@pytest.mark.parametrize("cut", [0, 1, 40, 200])
def test_damaged_ones_are_a_value_error(tmp_path: Path, cut: int) -> None:
    whole = as_archive(numbers=np.arange(50))
    (tmp_path / "cut.npz").write_bytes(whole[:cut])
    (tmp_path / "objects.npy").write_bytes(b"\x93NUMPY\x01\x00\x10\x00{'descr':'|O'}  ")
    np.save(tmp_path / "alone.npy", np.arange(3))
    for read, name in ((read_arrays, "cut.npz"), (read_array, "objects.npy"), (read_arrays, "alone.npy")):
        with pytest.raises(ValueError, match=name):
            read(tmp_path / name)
    assert read_array(tmp_path / "alone.npy").tolist() == [0, 1, 2]
    with pytest.raises(FileNotFoundError):
        read_arrays(tmp_path / "none.npz")
