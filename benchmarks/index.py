"""What ``snapshelf bench`` does not tell: stalls of another thread during a build, opening, filters.

Run from the repository's root: ``python -m benchmarks.index [ITEMS] [DIM]``.
"""

import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np

from core.index.generations.manifest import VERIFIED
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning
from core.measuring.index_benchmark.data import make_data

_BATCH = 2_000
_TICK = 0.01


def worst_stall(build: threading.Thread) -> float:
    """Run ``build``; how much later than asked, in seconds, a thread woke that slept meanwhile."""
    worst = 0.0
    build.start()
    while build.is_alive():
        before = time.perf_counter()
        time.sleep(_TICK)
        worst = max(worst, time.perf_counter() - before - _TICK)
    return worst


def measure(folder: Path, items: int, dim: int, tuning: Tuning) -> None:
    """Print one line for each thing measured."""
    data = make_data(folder, items, dim, 50)
    vectors, queries, ids = np.load(data.vectors, mmap_mode="r"), np.load(data.queries), np.arange(items)
    index = PhotoIndex.open(folder / "index", dim=dim, tuning=tuning)
    starts = range(0, items, _BATCH)
    batches = (VectorBatch(ids[at : at + _BATCH], vectors[at : at + _BATCH]) for at in starts)
    build = threading.Thread(target=lambda: index.rebuild(batches, count=items))
    start = time.perf_counter()
    stall = worst_stall(build)
    print(f"build {time.perf_counter() - start:.1f} s, worst stall {stall * 1000:.0f} ms")
    for state in ("as known", "never hashed here"):
        index.close()
        if state != "as known":
            (folder / "index" / VERIFIED).unlink()
        start = time.perf_counter()
        index = PhotoIndex.open(folder / "index", dim=dim, tuning=tuning)
        print(f"open, files {state}: {(time.perf_counter() - start) * 1000:.0f} ms")
    for share in (1, 5, 100, 1000):
        allowed = None if share == 1 else ids[::share]
        times = []
        for query in queries:
            start = time.perf_counter()
            index.search(query, 10, allowed)
            times.append(time.perf_counter() - start)
        print(f"search, one in {share} allowed: {np.median(times) * 1000:.2f} ms")
    index.close()


if __name__ == "__main__":
    count, dimensions = (int(text) for text in (*sys.argv[1:], *("100000", "256")[len(sys.argv) - 1 :]))
    for name, chosen in (("as we use it", Tuning()), ("with Annoy", Tuning(leading_numbers=0))):
        print(name)
        with tempfile.TemporaryDirectory() as temporary:
            measure(Path(temporary), count, dimensions, chosen)
