"""Finding the ten nearest of many vectors, beside the quickest exact way of the same run."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from benchmarks.speed_log.row import Row, in_turn
from core.index.neighbours import VectorBatch
from core.index.photo_index import PhotoIndex
from core.measuring.index_benchmark.data import make_data

_DIM, _QUERIES, _BATCH = 256, 40, 2_000
_SIZES = {10_000: 0.0004, 100_000: 0.0005}
"""Photos, and the seconds that a search may take on top of its share of the rival's."""


def rows() -> Iterator[Row]:
    """At two sizes; the rival is NumPy or torch in half precision, whichever is quicker there."""
    for items in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield _row(Path(folder), items)


def _row(folder: Path, items: int) -> Row:
    data = make_data(folder, items, _DIM, _QUERIES)
    vectors, queries = np.load(data.vectors), np.load(data.queries)
    half = torch.from_numpy(vectors).half()
    index = PhotoIndex.open(folder / "index", dim=_DIM)
    ids = np.arange(items)
    index.rebuild(
        (VectorBatch(ids[at : at + _BATCH], vectors[at : at + _BATCH]) for at in range(0, items, _BATCH)),
        count=items,
    )

    def exact() -> None:
        for query in queries:
            np.argpartition(vectors @ query, -10)[-10:]

    def in_halves() -> None:
        with torch.inference_mode():
            for query in queries:
                torch.topk(half @ torch.from_numpy(query).half(), 10)

    def ours() -> None:
        for query in queries:
            index.search(query, 10)

    taken, by_numpy = in_turn(ours, exact, 9)
    again, by_torch = in_turn(ours, in_halves, 9)
    index.close()
    quickest = min((by_numpy, "NumPy"), (by_torch, "torch, half precision"), key=lambda one: sum(one[0]))
    per_query = [[seconds / _QUERIES for seconds in times] for times in (taken + again, quickest[0])]
    return Row(f"index, {items:,} × {_DIM}", quickest[1], per_query[0], per_query[1], 1.3, _SIZES[items])
