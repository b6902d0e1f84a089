"""A shop of some thousand photos at most: Annoy's file is on the disk, is asked for each, and misses none."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.embedding.measures import Measure
from core.index.generations.generation import Generation
from core.index.generations.trees import annoy_can_open
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning

ROOT = Path(__file__).resolve().parents[3]
DIM = 24


def vectors_of(count: int, *, alike: bool = False) -> NDArray[np.float32]:
    random = np.random.default_rng(count)
    return (
        random.standard_normal((1 if alike else count, DIM))
        .astype("f4")
        .repeat(count if alike else 1, axis=0)
    )


def opened(folder: Path, vectors: NDArray[np.float32], **choices: Any) -> PhotoIndex:
    """An index whose generation holds all ``vectors``, as it is after a start of the program."""
    index = PhotoIndex.open(folder, dim=DIM, **choices)
    index.rebuild([VectorBatch(np.arange(len(vectors)), vectors)], count=len(vectors))
    index.close()
    return PhotoIndex.open(folder, dim=DIM, **choices)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows Annoy gave, for each time that it was asked."""
    given: list[int] = []
    ask = Generation.tree_candidates

    def listen(generation: Generation, *arguments: Any) -> NDArray[np.intp]:
        rows = ask(generation, *arguments)
        given.append(len(rows))
        return rows

    monkeypatch.setattr(Generation, "tree_candidates", listen)
    return given


@pytest.mark.parametrize("alike", [False, True], ids=["different", "all the same"])
@pytest.mark.parametrize("count", [1, 2, 24, 81, 3_000])
def test_annoy_is_asked_and_gives_every_photo(
    tmp_path: Path, asked: list[int], count: int, alike: bool
) -> None:
    index = opened(tmp_path, vectors_of(count, alike=alike))
    assert len(list(tmp_path.glob("*.ann"))) == 1
    assert len(index.search(np.ones(DIM, np.float32), 10)) == min(count, 10)
    assert len(index.search_grouped(np.ones(DIM, np.float32), 10, lambda ids: ids)) == min(count, 10)
    assert asked == [count, count]


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("length", [1, 1e15], ids=["plain", "enormous"])
def test_answers_are_those_of_a_scan(tmp_path: Path, measure: Measure, length: float) -> None:
    vectors = vectors_of(300) * np.float32(length)
    vectors[7] = 0
    covered = opened(tmp_path / "covered", vectors, measure=measure)
    scanned = opened(tmp_path / "scanned", vectors, measure=measure, tuning=Tuning(covered_numbers=0))
    for index in (covered, scanned):
        index.remove(np.arange(0, 300, 5))
        index.add(np.array([400]), -vectors[:1])
    for query in vectors[::30]:
        for allowed in (None, np.arange(10), np.arange(20, 290)):
            assert covered.search(query, 12, allowed) == scanned.search(query, 12, allowed)
    assert not list((tmp_path / "scanned").glob("*.ann"))


def test_a_narrow_filter_is_not_annoys_business(tmp_path: Path, asked: list[int]) -> None:
    index = opened(tmp_path, vectors_of(100))
    assert len(index.search(np.ones(DIM, np.float32), 10, np.arange(40, 45))) == 5
    assert asked == []


def test_photos_that_annoy_does_not_give_are_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors = vectors_of(200)
    index = opened(tmp_path, vectors)
    monkeypatch.setattr(Generation, "tree_candidates", lambda *_: np.arange(100))
    assert index.search(vectors[150], 1)[0].photo_id == 150


def test_any_fresh_photo_of_a_small_shop_wants_a_new_generation(tmp_path: Path) -> None:
    index = opened(tmp_path, vectors_of(81))
    assert not index.wants_rebuild()
    index.add(np.array([100]), vectors_of(1))
    assert index.wants_rebuild()
    index.rebuild()
    assert not index.wants_rebuild()


def test_fresh_photos_of_a_larger_shop_wait_until_they_are_one_in_twenty(tmp_path: Path) -> None:
    index = opened(tmp_path, vectors_of(1_100))
    index.add(np.arange(2_000, 2_055), vectors_of(55))
    assert not index.wants_rebuild()
    assert index.search(vectors_of(55)[7], 1)[0].photo_id == 2_007
    index.add(np.arange(3_000, 3_010), vectors_of(10))
    assert index.wants_rebuild()


def test_a_generation_of_an_older_program_is_made_anew_with_annoy(tmp_path: Path) -> None:
    """It scanned a shop of some thousand photos."""
    opened(tmp_path, vectors_of(3_000), tuning=Tuning(covered_numbers=0)).close()
    index = PhotoIndex.open(tmp_path, dim=DIM)
    assert index.wants_rebuild()
    index.rebuild()
    assert len(list(tmp_path.glob("*.ann"))) == 1
    assert not index.wants_rebuild()


def test_not_where_annoy_cannot_open_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.index.generations.building.annoy_can_open", lambda _path: False)
    monkeypatch.setattr("core.index.photo_index.annoy_can_open", lambda _path: False)
    assert not opened(tmp_path, vectors_of(3_000)).wants_rebuild()


@pytest.mark.parametrize(("dim", "most"), [(80, 6_578), (256, 4_496), (1_280, 1_582)])
def test_how_many_photos_annoy_is_asked_for_falls_with_their_length(dim: int, most: int) -> None:
    assert Tuning().covers(most, dim)
    assert not Tuning().covers(most + 1, dim)


def test_no_child_process_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError("a child process for so few photos")

    monkeypatch.setattr("core.index.generations.building.build_trees", forbidden)
    assert opened(tmp_path, vectors_of(1_000)).count == 1_000


def test_on_windows_annoy_opens_plain_names_only() -> None:
    shop = Path("店") / "000001-abcdef.ann"
    assert annoy_can_open(shop, windows=False)
    assert not annoy_can_open(shop, windows=True)
    assert annoy_can_open(Path("shop") / shop.name, windows=True)


FULL_DISK = """
import os
import resource
import sys
from pathlib import Path
import numpy as np
from core.errors import KnownError
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex

folder, limit = Path(sys.argv[1]), int(sys.argv[2])
vectors = np.random.default_rng(0).standard_normal((800, 24)).astype("f4")
index = PhotoIndex.open(folder, dim=24)
assert index.count == 60
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    index.rebuild([VectorBatch(np.arange(800), vectors)], count=800)
except KnownError as error:
    print("told:", error)
assert index.search(vectors[3], 1)[0].photo_id < 60
if sys.platform == "linux":
    open_files = [Path("/proc/self/fd", name) for name in os.listdir("/proc/self/fd")]
    deleted = [path for path in open_files if path.is_symlink() and os.readlink(path).endswith("(deleted)")]
    assert sum(path.stat().st_size for path in deleted) == 0, "deleted, and yet not given back"
"""


def rebuild_without_space(tmp_path: Path, folder: Path, limit: int) -> str:
    """Build a generation of 800 photos over one of 60 in a process of its own; what that printed."""
    script = tmp_path / "full_disk.py"
    script.write_text(FULL_DISK)
    command = [sys.executable, str(script), str(folder), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 0, done.stderr  # a signal would show as a negative number
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="limits on a file's size are POSIX's")
@pytest.mark.parametrize("share", [0.01, 0.5, 0.95])
def test_a_disk_that_fills_up_while_the_trees_are_written_is_told(tmp_path: Path, share: float) -> None:
    """A limit on the size of each file stands for the disk: the vectors fit, Annoy's file does not."""
    opened(tmp_path / "measured", vectors_of(800)).close()
    sizes = {path.suffix: path.stat().st_size for path in (tmp_path / "measured").iterdir()}
    opened(tmp_path / "index", vectors_of(60)).close()
    before = sorted(path.name for path in (tmp_path / "index").iterdir())
    limit = int(sizes[".rows"] + share * (sizes[".ann"] - sizes[".rows"]))
    assert "told:" in rebuild_without_space(tmp_path, tmp_path / "index", limit)
    assert sorted(path.name for path in (tmp_path / "index").iterdir()) == before
    assert opened(tmp_path / "index", vectors_of(60)).count == 60
