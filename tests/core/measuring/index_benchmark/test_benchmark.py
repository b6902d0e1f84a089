"""The benchmark measures what it says, on few vectors."""

from pathlib import Path

import numpy as np
import pytest

from core.measuring.index_benchmark.benchmark import run_benchmark
from core.measuring.index_benchmark.data import make_data, nearest_rows


def test_our_engine_and_the_exact_one_stand_side_by_side(tmp_path: Path) -> None:
    report = run_benchmark(300, 16, queries=20, engines=["snapshelf", "exact"], folder=tmp_path)
    assert (report.items, report.dim, report.skipped) == (300, 16, ())
    ours, exact = report.rows
    assert (ours.engine, exact.engine) == ("snapshelf", "exact")
    assert ours.recall10 == exact.recall10 == 1
    assert 0 < ours.p50_ms <= ours.p95_ms
    assert ours.bytes >= 300 * 16 * 4
    assert ours.add_ms is not None
    assert exact.add_ms is None
    assert list(tmp_path.iterdir()) == []


def test_the_true_neighbours_are_the_true_ones() -> None:
    random = np.random.default_rng(0)
    vectors = random.standard_normal((45_000, 5), dtype=np.float32)
    queries = vectors[[0, 20_000, 44_999]]
    rows = nearest_rows(vectors, queries, 3)
    for query, found in zip(queries, rows, strict=True):
        assert set(found) == set(np.argsort(-(vectors @ query))[:3])


def test_the_vectors_are_clustered_and_reproducible(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first = make_data(tmp_path, 2_000, 64, 50)
    again = make_data(tmp_path / "again", 2_000, 64, 50)
    vectors, queries = np.load(first.vectors), np.load(first.queries)
    assert np.array_equal(vectors, np.load(again.vectors))
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(2_000), abs=1e-5)
    scores = np.sort(queries @ vectors.T, axis=1)
    assert np.median(scores[:, -1]) > 0.8
    assert np.median(scores) < 0.5


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown"):
        run_benchmark(100, 8, engines=["faiss"], folder=tmp_path)
