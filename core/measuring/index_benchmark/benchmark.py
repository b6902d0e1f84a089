"""Measure indexes side by side on the same vectors, each in processes of its own.

One child builds, another opens what was built and searches: so peak memory belongs to one engine, and
what is only mapped is told apart from what is held.
"""

import multiprocessing
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.measuring.index_benchmark.data import BenchmarkData, make_data
from core.measuring.index_benchmark.engines import ENGINES, Engine, is_installed
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report

_NEIGHBOURS = 10
_WARM_UP = 5


@dataclass(frozen=True, slots=True)
class EngineRow:
    """What was measured of one engine; None is what it cannot do or the system does not tell.

    Attributes:
        engine: its name.
        recall10: share of the ten true nearest that it finds, mean over the queries.
        p50_ms, p95_ms: time of one query, one after another.
        build_s: from vectors on the disk to an index on the disk.
        bytes: the index on the disk (for the exact searches, the vectors).
        peak_mb: the most memory that one of the two processes had, mapped pages included.
        rest_mb: memory that the searching process holds after opening, beyond what it had before; mapped
            pages, which the system takes back at will, are not counted.
        add_ms: from the call that adds one vector until a search has found it.
    """

    engine: str
    recall10: float
    p50_ms: float
    p95_ms: float
    build_s: float
    bytes: int
    peak_mb: float | None
    rest_mb: float | None
    add_ms: float | None


@dataclass(frozen=True, slots=True)
class BenchmarkReport:
    """All engines at one size; ``skipped`` are those whose package is not installed."""

    items: int
    dim: int
    rows: tuple[EngineRow, ...]
    skipped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Built:
    seconds: float
    peak_mb: float | None


@dataclass(frozen=True, slots=True)
class _Searched:
    recall10: float
    milliseconds: tuple[float, ...]
    peak_mb: float | None
    rest_mb: float | None
    add_ms: float | None


def run_benchmark(
    items: int,
    dim: int,
    *,
    queries: int = 200,
    engines: Iterable[str] = tuple(ENGINES),
    folder: Path | None = None,
    progress: ReportProgress = ignore_progress,
) -> BenchmarkReport:
    """Measure ``engines`` (keys of ``ENGINES``) on ``items`` vectors of ``dim`` dimensions.

    Args:
        folder: where temporary files go; some gigabytes for a million vectors.

    Raises:
        ValueError: fewer than ten items, or an unknown engine.
        Cancelled: ``progress`` asked to stop.
    """
    names = list(engines)
    unknown = [name for name in names if name not in ENGINES]
    if unknown or items < _NEIGHBOURS:
        raise ValueError(f"unknown engines {unknown}, or only {items} items")
    present = [name for name in names if is_installed(name)]
    stage = message("core", "Measuring indexes")
    rows = []
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        data = make_data(Path(temporary), items, dim, queries)
        for done, name in enumerate(present):
            report(progress, stage, done, len(present))
            place = Path(temporary) / name
            place.mkdir()
            rows.append(_measure(name, data, place))
        report(progress, stage, len(present), len(present))
    skipped = tuple(name for name in names if name not in present)
    return BenchmarkReport(items, dim, tuple(rows), skipped)


def _measure(name: str, data: BenchmarkData, folder: Path) -> EngineRow:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as children:
        built = children.submit(build_engine, name, data, folder).result()
        searched = children.submit(search_engine, name, data, folder).result()
    times = np.array(searched.milliseconds)
    size = sum(path.stat().st_size for path in folder.iterdir())
    peaks = [peak for peak in (built.peak_mb, searched.peak_mb) if peak is not None]
    return EngineRow(
        engine=name,
        recall10=searched.recall10,
        p50_ms=float(np.median(times)),
        p95_ms=float(np.percentile(times, 95)),
        build_s=built.seconds,
        bytes=size or data.vectors.stat().st_size,
        peak_mb=max(peaks) if peaks else None,
        rest_mb=searched.rest_mb,
        add_ms=searched.add_ms,
    )


def build_engine(name: str, data: BenchmarkData, folder: Path) -> _Built:
    """Run in a child: build and tell how long it took."""
    vectors = np.load(data.vectors, mmap_mode="r")
    start = time.perf_counter()
    ENGINES[name][0]().build(vectors, folder)
    return _Built(time.perf_counter() - start, _peak_mb())


def search_engine(name: str, data: BenchmarkData, folder: Path) -> _Searched:
    """Run in a child: open, search, add."""
    vectors = np.load(data.vectors, mmap_mode="r")
    queries, truth = np.load(data.queries), np.load(data.truth)
    engine = ENGINES[name][0]()
    before = _held_mb()
    engine.open(vectors, folder)
    count = truth.shape[1]
    for query in queries[:_WARM_UP]:
        engine.search(query, count)
    after = _held_mb()
    milliseconds, found = [], 0
    for query, expected in zip(queries, truth, strict=True):
        start = time.perf_counter()
        rows = engine.search(query, count)
        milliseconds.append((time.perf_counter() - start) * 1000)
        found += len(set(rows) & set(expected.tolist()))
    return _Searched(
        recall10=found / truth.size,
        milliseconds=tuple(milliseconds),
        peak_mb=_peak_mb(),
        rest_mb=None if before is None or after is None else max(0.0, after - before),
        add_ms=_time_to_add(engine, len(vectors), queries[0]),
    )


def _time_to_add(engine: Engine, row: int, vector: NDArray[np.float32]) -> float | None:
    start = time.perf_counter()
    try:
        engine.add(row, vector)
    except NotImplementedError:
        return None
    if row not in engine.search(vector, 1):
        return None
    return (time.perf_counter() - start) * 1000


def _peak_mb() -> float | None:
    """The most that this process had in memory; getrusage would count its parent's in, from the fork."""
    return _status_mb("VmHWM")


def _held_mb() -> float | None:
    """What this process holds in memory for itself, mapped files left out."""
    return _status_mb("RssAnon")


def _status_mb(field: str) -> float | None:
    """A figure of Linux's process status, in megabytes; None on other systems."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{field}:")), None)
