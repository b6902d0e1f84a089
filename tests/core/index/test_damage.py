"""Whatever happens to the files, opening works, and no damaged file is ever searched."""

import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from core.embedding.measures import Measure
from core.errors import KnownError
from core.index.generations import folder as generation_folder
from core.index.generations.trees import TreeBuildError, TreeTask, build_trees
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning

DIM, COUNT = 20, 400
WITH_TREES = Tuning(
    covered_numbers=0, exact_numbers=0, leading_numbers=0, leading_limit=16, trees=8, candidates=60
)
VECTORS = np.random.default_rng(1).standard_normal((COUNT, DIM)).astype(np.float32)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generation with every kind of file but offsets."""
    return built(tmp_path_factory.mktemp("pristine"), WITH_TREES)


@pytest.fixture(scope="module")
def pristine_covered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generation as a shop of a few hundred photos has it."""
    return built(tmp_path_factory.mktemp("pristine"), Tuning())


def built(folder: Path, tuning: Tuning) -> Path:
    index = PhotoIndex.open(folder, dim=DIM, tuning=tuning)
    index.rebuild([VectorBatch(np.arange(COUNT), VECTORS)], count=COUNT)
    index.close()
    return folder


@pytest.fixture
def folder(pristine: Path, tmp_path: Path) -> Path:
    return shutil.copytree(pristine, tmp_path / "index")


@pytest.fixture
def covered(pristine_covered: Path, tmp_path: Path) -> Path:
    return shutil.copytree(pristine_covered, tmp_path / "index")


def reopen(folder: Path, **changes: object) -> PhotoIndex:
    return PhotoIndex.open(folder, **{"dim": DIM, "tuning": WITH_TREES, **changes})  # type: ignore[arg-type]


def heal(index: PhotoIndex) -> None:
    """What the shop does at every start; afterwards everything is found."""
    index.sync(np.arange(COUNT), lambda ids: VECTORS[ids])
    assert [index.search(VECTORS[row], 1)[0].photo_id for row in range(0, COUNT, 50)] == list(
        range(0, COUNT, 50)
    )
    assert index.rebuild()
    assert index.damaged_files() == []


DAMAGES = pytest.mark.parametrize("damage", ["cut", "cut to half", "grown", "garbled", "emptied", "deleted"])


@pytest.mark.parametrize("suffix", ["ids", "rows", "axes", "lead", "ann"])
@DAMAGES
def test_a_damaged_file_is_never_loaded(folder: Path, suffix: str, damage: str) -> None:
    do_damage(folder, suffix, damage)
    index = reopen(folder)
    assert (index.count, index.generation_number) == (0, 0)
    assert index.search(VECTORS[0], 5) == []
    heal(index)


@pytest.mark.parametrize("suffix", ["ids", "rows", "ann"])
@DAMAGES
def test_a_damaged_file_of_a_small_shop_is_never_loaded(covered: Path, suffix: str, damage: str) -> None:
    do_damage(covered, suffix, damage)
    index = reopen(covered, tuning=Tuning())
    assert (index.count, index.generation_number) == (0, 0)
    heal(index)
    assert len(list(covered.glob("*.ann"))) == 1


def do_damage(folder: Path, suffix: str, damage: str) -> None:
    (path,) = folder.glob(f"*.{suffix}")
    data = path.read_bytes()
    middle = len(data) // 2
    changed = {
        "cut": data[:-1],
        "cut to half": data[:middle],
        "grown": data + b"\0",
        "garbled": data[:middle] + bytes(64) + b"\xff" * 64 + data[middle + 128 :],
        "emptied": b"",
    }
    if damage == "deleted":
        path.unlink()
    else:
        assert changed[damage] != data
        path.write_bytes(changed[damage])


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", '{"format": 1}', '{"format": 99}', '"x"', "\x00",
        '{"format": 1, "files": []}',
    ],
)  # fmt: skip
def test_a_broken_manifest_means_no_generation(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text)
    index = reopen(folder)
    assert index.count == 0
    heal(index)


@pytest.mark.parametrize(
    "change",
    [
        {"count": COUNT - 1},
        {"count": "x"},
        {"name": "../x"},
        {"row_type": "object"},
        {"dim": 10},
        {"leading_dims": 0},
        {"leading_dims": 8},
    ],
)
def test_a_manifest_that_does_not_fit_its_files_means_no_generation(
    folder: Path, change: dict[str, object]
) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, **change}))
    index = reopen(folder)
    assert index.count == 0
    heal(index)


def test_damage_that_kept_size_and_time_is_found_by_the_thorough_check(folder: Path) -> None:
    (path,) = folder.glob("*.rows")
    before = path.stat()
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    (folder / "verified.json").write_text(
        json.dumps(
            {
                file.name: [file.stat().st_size, file.stat().st_mtime_ns]
                for file in folder.iterdir()
                if file.suffix != ".json"
            }
        )
    )
    assert reopen(folder).damaged_files() == [path.name]


def test_a_copied_shop_needs_no_rebuild(pristine: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copied"
    shutil.copytree(pristine, copied, copy_function=shutil.copyfile)
    index = reopen(copied)
    assert index.count == COUNT
    assert index.search(VECTORS[9], 1)[0].photo_id == 9


def test_another_dimension_or_measure_is_not_taken_for_ours(folder: Path) -> None:
    assert reopen(folder, dim=DIM + 1, writable=False).count == 0
    assert reopen(folder, measure=Measure.PEARSON, writable=False).count == 0


def test_leftovers_of_a_killed_build_go_at_the_next_start(folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    for name in ("000002-abcdef.rows", "000002-abcdef.ann", ".manifest.json.12ab.tmp"):
        (folder / name).write_bytes(b"half")
    reopen(folder, writable=False)
    assert len(list(folder.iterdir())) == len(before) + 3
    reopen(folder)
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_reader_keeps_its_generation_while_a_writer_replaces_it(folder: Path) -> None:
    reader = reopen(folder, writable=False)
    writer = reopen(folder)
    writer.remove(np.arange(10))
    writer.rebuild()
    assert reader.search(VECTORS[3], 1)[0].photo_id == 3
    assert reopen(folder, writable=False).count == COUNT - 10


def test_a_folder_that_cannot_be_written_is_told_and_searched_all_the_same(folder: Path) -> None:
    """A file stands where the folder should be, which stops an administrator too."""
    blocked = reopen(folder)
    shutil.rmtree(folder)
    folder.write_text("not a folder")
    blocked.add(np.arange(COUNT), VECTORS)
    with pytest.raises(KnownError, match="could not be written"):
        blocked.rebuild()
    assert blocked.search(VECTORS[3], 1)[0].photo_id == 3


def test_a_child_that_dies_is_told(folder: Path) -> None:
    missing = TreeTask(str(folder / "missing.lead"), 10, 17, 4, str(folder / "out.ann"))
    with pytest.raises(TreeBuildError):
        build_trees(missing, lambda: None)


def test_a_full_disk_leaves_the_generation_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = reopen(folder)
    before = sorted(path.name for path in folder.iterdir())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(generation_folder, "write_manifest", full)
    with pytest.raises(KnownError, match="No space left"):
        index.rebuild()
    assert sorted(path.name for path in folder.iterdir()) == before
    assert index.search(VECTORS[3], 1)[0].photo_id == 3
