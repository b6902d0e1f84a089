"""Searches in several threads while another adds, removes and rebuilds."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning

DIM, STABLE, PASSING = 32, 1_000, 400


@pytest.mark.parametrize(
    "tuning",
    [
        Tuning(),
        Tuning(covered_numbers=0),
        Tuning(covered_numbers=0, exact_numbers=0),
        Tuning(covered_numbers=0, exact_numbers=0, leading_numbers=0, trees=4),
    ],
    ids=["as it comes", "scanned", "leading", "trees"],
)
def test_searches_are_right_whatever_goes_on(tuning: Tuning, tmp_path: Path) -> None:
    """Photos below STABLE stay; the others come and go; each search asks for a stable one."""
    vectors = np.random.default_rng(0).standard_normal((STABLE + PASSING, DIM)).astype(np.float32)
    index = PhotoIndex.open(tmp_path, dim=DIM, tuning=tuning)
    index.add(np.arange(STABLE), vectors[:STABLE])
    removed_for_good = np.arange(STABLE, STABLE + 50)
    index.add(removed_for_good, vectors[removed_for_good])
    index.remove(removed_for_good)
    finished = threading.Event()

    def search(seed: int) -> int:
        random = np.random.default_rng(seed)
        searches = 0
        while not finished.is_set():
            asked = int(random.integers(STABLE))
            found = [neighbour.photo_id for neighbour in index.search(vectors[asked], 5)]
            assert found[0] == asked
            assert len(set(found)) == 5
            assert not set(found) & set(removed_for_good.tolist())
            groups = index.search_grouped(vectors[asked], 5, lambda ids: ids // 2)
            assert groups[0].key == asked // 2
            searches += 1
        return searches

    with ThreadPoolExecutor(3) as threads:
        running = [threads.submit(search, seed) for seed in range(3)]
        try:
            for turn in range(3):
                first = STABLE + 50 + turn * 100
                rebuild = threading.Thread(target=index.rebuild)
                rebuild.start()
                for photo in range(first, first + 100):
                    index.add(np.array([photo]), vectors[photo : photo + 1])
                rebuild.join()
                index.remove(np.arange(first, first + 100))
                index.rebuild()
        finally:
            finished.set()
        assert all(thread.result() > 0 for thread in running)
    assert index.ids().tolist() == list(range(STABLE))
