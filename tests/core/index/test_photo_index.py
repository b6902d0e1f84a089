"""What a caller of the index relies on; small vectors, real files, a real child process for Annoy."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.embedding.measures import Measure, likeness
from core.errors import Cancelled
from core.index.generations.folder import index_folder
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning

DIM = 24
SCANNED = Tuning(covered_numbers=0)
WITH_LEADING = Tuning(covered_numbers=0, exact_numbers=0, leading_limit=16, candidates=60)
WITH_TREES = Tuning(
    covered_numbers=0, exact_numbers=0, leading_numbers=0, leading_limit=16, trees=8, candidates=60
)
"""Every way to find candidates at any size, so that small tests reach it; as it comes, Annoy covers them."""
WAYS = {"covered": Tuning(), "scanned": SCANNED, "leading": WITH_LEADING, "trees": WITH_TREES}


def clustered(count: int, seed: int = 0) -> NDArray[np.float32]:
    """Vectors in clusters of five."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((count // 5 + 1, DIM))
    return (np.repeat(centres, 5, axis=0)[:count] + 0.3 * random.standard_normal((count, DIM))).astype("f4")


def identities(*numbers: int) -> NDArray[np.int64]:
    return np.array(numbers, np.int64)


def best(index: PhotoIndex, query: NDArray[np.float32], count: int = 10) -> list[int]:
    return [neighbour.photo_id for neighbour in index.search(query, count)]


def reference(
    vectors: NDArray[np.float32], query: NDArray[np.float32], count: int, measure: Measure = Measure.COSINE
) -> list[int]:
    return list(np.argsort(-likeness(vectors, query, measure), kind="stable")[:count])


@pytest.fixture(params=WAYS.values(), ids=list(WAYS))
def index(request: pytest.FixtureRequest, tmp_path: Path) -> PhotoIndex:
    return PhotoIndex.open(tmp_path / "index", dim=DIM, tuning=request.param)


def test_an_empty_index_finds_nothing(index: PhotoIndex) -> None:
    assert index.search(np.ones(DIM, np.float32), 10) == []
    assert index.search_grouped(np.ones(DIM, np.float32), 10, lambda ids: ids) == []
    assert index.rebuild()
    assert index.search(np.ones(DIM, np.float32), 10) == []


def test_a_photo_is_found_right_after_it_was_added_and_never_after_it_was_removed(index: PhotoIndex) -> None:
    vectors = clustered(20)
    index.add(np.arange(20), vectors)
    assert best(index, vectors[7], 1) == [7]
    index.remove(identities(7))
    assert 7 not in best(index, vectors[7], 20)
    index.rebuild()
    assert 7 not in best(index, vectors[7], 20)
    assert index.count == 19


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("tuning", WAYS.values(), ids=list(WAYS))
def test_each_measure_ranks_as_its_plain_definition_does(
    measure: Measure, tuning: Tuning, tmp_path: Path
) -> None:
    vectors = clustered(200) * np.linspace(0.5, 2, 200, dtype=np.float32)[:, None] + 1
    vectors = vectors.astype(np.float16).astype(np.float32)
    index = PhotoIndex.open(tmp_path, dim=DIM, measure=measure, tuning=tuning)
    index.add(np.arange(120), vectors[:120])
    index.rebuild()
    index.add(np.arange(120, 200), vectors[120:])
    for query in vectors[::17] + np.float32(0.01):
        found = index.search(query, 5)
        expected = likeness(vectors, query, measure)
        assert [neighbour.similarity for neighbour in found] == pytest.approx(
            sorted(expected, reverse=True)[:5], abs=1e-3
        )


def test_a_generation_outlives_the_program(index: PhotoIndex, tmp_path: Path) -> None:
    vectors = clustered(300)
    index.rebuild([VectorBatch(np.arange(300), vectors)], count=300)
    index.close()
    again = PhotoIndex.open(tmp_path / "index", dim=DIM)
    assert again.generation_number == 1
    assert best(again, vectors[5], 5) == reference(vectors, vectors[5], 5)


def test_a_replaced_vector_is_the_only_one_that_is_found(index: PhotoIndex) -> None:
    vectors = clustered(50)
    index.add(np.arange(50), vectors)
    index.rebuild()
    index.add(identities(3), -vectors[3:4])
    assert index.count == 50
    assert best(index, -vectors[3], 1) == [3]
    index.add(identities(3), vectors[3:4])
    assert best(index, vectors[3], 1) == [3]
    assert index.search(vectors[3], 50)[-1].similarity < 0.99
    index.rebuild()
    assert index.ids().tolist() == list(range(50))


def test_filters_cost_no_results(index: PhotoIndex) -> None:
    vectors = clustered(500)
    index.add(np.arange(500), vectors)
    index.rebuild()
    index.add(np.arange(500, 520), clustered(20, seed=1))
    allowed = np.concatenate([np.arange(480, 490), identities(505, 506)])
    found = [neighbour.photo_id for neighbour in index.search(vectors[0], 12, allowed)]
    assert sorted(found) == allowed.tolist()
    assert index.search(vectors[0], 3, identities()) == []
    assert [n.photo_id for n in index.search(vectors[0], 9, identities(4, 2, 2, 999))] == [
        photo for photo in best(index, vectors[0], 520) if photo in (2, 4)
    ]


def test_as_many_products_are_found_as_were_asked_for(index: PhotoIndex) -> None:
    """Product 0 has nearly all photos, all nearer than any other product's."""
    vectors = clustered(600)
    vectors[:580] = vectors[0] + 0.01 * vectors[:580]
    index.add(np.arange(600), vectors)
    index.rebuild()
    products = np.where(np.arange(600) < 580, 0, np.arange(600))
    found = index.search_grouped(vectors[0], 10, lambda ids: products[ids])
    assert len(found) == len({group.key for group in found}) == 10
    assert found[0].key == 0
    scores = [group.best.similarity for group in found]
    assert scores == sorted(scores, reverse=True)
    assert all(products[n.photo_id] == group.key for group in found for n in group.neighbours)


def test_a_photo_whose_group_is_negative_is_left_out(index: PhotoIndex) -> None:
    vectors = clustered(30)
    index.add(np.arange(30), vectors)
    found = index.search_grouped(vectors[4], 30, lambda ids: np.where(ids == 4, -1, ids))
    assert sorted(group.key for group in found) == [key for key in range(30) if key != 4]


def test_sync_fetches_only_what_is_missing_or_changed(index: PhotoIndex, tmp_path: Path) -> None:
    vectors = clustered(100)
    fetched: list[int] = []

    def fetch(ids: NDArray[np.int64]) -> NDArray[np.float32]:
        fetched.extend(ids.tolist())
        return vectors[ids]

    stamps = np.arange(1000, 1100)
    first = index.sync(np.arange(80)[::-1], fetch, stamps[:80][::-1])
    assert (first.added, first.removed, first.replaced) == (80, 0, 0)
    index.rebuild()
    again = PhotoIndex.open(tmp_path / "index", dim=DIM)
    fetched.clear()
    stamps[7] = -1
    vectors[7] *= -1
    report = again.sync(np.arange(5, 100), fetch, stamps[5:])
    assert (report.added, report.removed, report.replaced) == (20, 5, 1)
    assert sorted(fetched) == [7, *range(80, 100)]
    assert again.ids().tolist() == list(range(5, 100))
    assert best(again, vectors[7], 1) == [7]


def test_changes_made_during_a_rebuild_are_not_lost(index: PhotoIndex) -> None:
    vectors = clustered(120)
    index.add(np.arange(100), vectors[:100])

    def batches() -> Iterator[VectorBatch]:
        yield VectorBatch(np.arange(50), vectors[:50])
        index.remove(identities(10, 60))
        index.add(identities(20), -vectors[20:21])
        index.add(np.arange(100, 120), vectors[100:])
        assert not index.rebuild()
        assert best(index, vectors[110], 1) == [110]
        yield VectorBatch(np.arange(50, 100), vectors[50:100])

    assert index.rebuild(batches(), count=100)
    assert index.ids().tolist() == [photo for photo in range(120) if photo not in (10, 60)]
    assert best(index, -vectors[20], 1) == [20]
    assert best(index, vectors[110], 1) == [110]


def test_a_cancelled_rebuild_leaves_the_index_and_the_folder_as_they_were(
    index: PhotoIndex, tmp_path: Path
) -> None:
    vectors = clustered(60)
    index.add(np.arange(60), vectors)
    index.rebuild()
    before = sorted(path.name for path in (tmp_path / "index").iterdir())
    index.add(identities(99), vectors[:1])
    with pytest.raises(Cancelled):
        index.rebuild(progress=lambda progress: False)
    assert sorted(path.name for path in (tmp_path / "index").iterdir()) == before
    assert index.count == 61
    assert index.rebuild()


def test_only_one_generation_stays_on_the_disk(index: PhotoIndex, tmp_path: Path) -> None:
    index.add(np.arange(60), clustered(60))
    names = set()
    for _round in range(3):
        index.rebuild()
        names.add(frozenset(path.stem.split(".")[0] for path in (tmp_path / "index").glob("0*")))
    assert len(names) == 3
    assert all(len(generation) == 1 for generation in names)


def test_wrong_shapes_and_doubled_ids_are_refused(index: PhotoIndex) -> None:
    with pytest.raises(ValueError, match="shape"):
        index.add(identities(1), np.zeros((1, DIM + 1), np.float32))
    with pytest.raises(ValueError, match="twice"):
        index.add(identities(1, 1), np.zeros((2, DIM), np.float32))
    with pytest.raises(ValueError, match="shape"):
        index.search(np.zeros(DIM + 1, np.float32), 1)
    with pytest.raises(ValueError, match="ascend"):
        index.rebuild([VectorBatch(identities(2, 1), np.zeros((2, DIM), np.float32))])
    assert index.count == 0


def test_a_grown_tail_and_many_removed_photos_ask_for_a_rebuild(tmp_path: Path) -> None:
    tuning = Tuning(tail_numbers=50 * DIM, tail_share=0.5, covered_numbers=0)
    index = PhotoIndex.open(tmp_path, dim=DIM, tuning=tuning)
    index.add(np.arange(50), clustered(50))
    assert not index.wants_rebuild()
    index.add(identities(50), clustered(1))
    assert index.wants_rebuild()
    index.rebuild()
    assert not index.wants_rebuild()
    index.remove(np.arange(15))
    assert index.wants_rebuild()


def test_each_model_and_measure_has_a_folder_of_its_own(tmp_path: Path) -> None:
    folders = {index_folder(tmp_path, "abc", measure) for measure in Measure}
    assert len(folders) == 3
    assert index_folder(tmp_path, "abc", Measure.COSINE) == tmp_path / "abc"
