"""What it costs that Annoy is asked for every photo of a small shop, beside the plain scan.

Run from the repository's root: ``python -m benchmarks.index_small [DIM [PHOTOS …]]``. The two indexes take
turns, query by query, so that what else the machine does meets both alike; what is told is processor time.
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.index.tuning import Tuning
from core.measuring.index_benchmark.data import make_data

_SIZES = (81, 500, 1_000, 1_500)
_QUERIES, _ROUNDS = 50, 6


def measure(folder: Path, items: int, dim: int) -> None:
    """Print one line for each of the two ways to search, and whether their answers differ."""
    data = make_data(folder, items, dim, _QUERIES)
    vectors, queries = np.load(data.vectors), np.load(data.queries)
    indexes = {}
    for name, tuning in (("Annoy", Tuning()), ("plain scan", Tuning(covered_numbers=0))):
        place = folder / name
        indexes[name] = PhotoIndex.open(place, dim=dim, tuning=tuning)
        start = time.perf_counter()
        indexes[name].rebuild([VectorBatch(np.arange(items), vectors)], count=items)
        seconds = time.perf_counter() - start
        size = sum(path.stat().st_size for path in place.glob("*.ann"))
        print(f"{items} photos, {name}: built in {seconds * 1000:.0f} ms, {size / 1024:.0f} kB of trees")
    times: dict[str, list[float]] = {name: [] for name in indexes}
    answers: dict[str, list[object]] = {name: [] for name in indexes}
    for query in np.concatenate([queries] * _ROUNDS):
        for name, index in indexes.items():
            start = time.process_time()
            found = index.search(query, 10)
            times[name].append((time.process_time() - start) * 1000)
            answers[name].append(found)
    for name, taken in times.items():
        p50, p95 = np.percentile(taken, [50, 95])
        print(f"{items} photos, {name}: p50 {p50:.2f} ms, p95 {p95:.2f} ms")
    print(f"{items} photos: answers equal: {answers['Annoy'] == answers['plain scan']}")


if __name__ == "__main__":
    dimensions = int((*sys.argv[1:], "1280")[0])
    for count in [int(size) for size in sys.argv[2:]] or _SIZES:
        with tempfile.TemporaryDirectory() as temporary:
            measure(Path(temporary), count, dimensions)
