"""The vectors of all stores in pgvector, beside our own index and hnswlib on the same vectors, in one run.

    python -m benchmarks.hub.vectors [--items N] [--dim D] [--queries Q] [--memory-mb M]
        [--without-hnswlib] [--json]

PostgreSQL is started for it, with room in memory for the graph. Every ten vectors are a product, which one of
fifty stores has; the filter asks for one store. pgvector is asked as the program asks it, for a hundred
candidates with products and stock (core/hub/vectors/nearest.py), so its times hold the way to the server and
back; the others search in this machine's memory, and give ten. The truth is exact. The default is small; a
million vectors of 256 numbers take two gigabytes on the disk, and their graph one in memory.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
from numpy.typing import NDArray

from core.hub.connection import connected
from core.hub.vectors.halfvec import HalfVector, speak_halfvec
from core.hub.vectors.indexing import HubNetwork, index_network
from core.hub.vectors.nearest import nearest_photos
from core.index.photo_index import PhotoIndex
from core.measuring.index_benchmark.benchmark import build_engine, search_engine
from core.measuring.index_benchmark.data import PHOTOS_PER_PRODUCT, BenchmarkData, make_data, nearest_rows
from tests.core.hub.postgres import running_postgres

STORES = 50
STORE = 7
"""The one that is asked for under the filter."""
FOUND = 10


@dataclass(frozen=True, slots=True)
class Row:
    """What one way to search came to; None is what it does not have for itself."""

    engine: str
    recall10: float
    p50_ms: float
    p95_ms: float
    build_s: float | None
    bytes: int | None


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--items", type=int, default=50_000)
    parser.add_argument("--dim", type=int, default=256)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--memory-mb", type=int, default=2_000)
    parser.add_argument(
        "--without-hnswlib", action="store_true", help="whose graph of a million takes an hour"
    )
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        data = make_data(Path(temporary), arguments.items, arguments.dim, arguments.queries)
        for measured in _measured(
            data, Path(temporary), arguments.memory_mb, rivals=not arguments.without_hnswlib
        ):
            print(_line(measured), file=sys.stderr if arguments.json else sys.stdout, flush=True)
            rows.append(measured)
    if arguments.json:
        print(json.dumps({"items": arguments.items, "dim": arguments.dim, "rows": list(map(asdict, rows))}))


def _measured(data: BenchmarkData, folder: Path, memory_mb: int, rivals: bool) -> Iterator[Row]:
    vectors, queries = np.load(data.vectors, mmap_mode="r"), np.load(data.queries)
    own = np.flatnonzero(np.arange(len(vectors)) // PHOTOS_PER_PRODUCT % STORES == STORE)
    own_truth = own[nearest_rows(vectors[own], queries, FOUND)]
    for engine in ("exact", "snapshelf", *(["hnswlib"] if rivals else [])):
        yield _in_children(engine, data, folder / engine)
    yield _filtered_here(vectors, queries, own, own_truth, folder / "snapshelf")
    settings = {"shared_buffers": f"{memory_mb}MB", "max_parallel_maintenance_workers": "1"}
    with running_postgres(settings) as server, connected(server.new_hub(), statement_s=None) as connection:
        network, build_s = _loaded(connection, vectors, memory_mb)
        index = f"vectors_{network.fingerprint}"
        (size,) = connection.execute("SELECT pg_relation_size(%s)", [index]).fetchall()[0]
        for name, stores, truth in (
            ("pgvector", None, np.load(data.truth)),
            (f"pgvector, one store of {STORES}", [f"S{STORE}"], own_truth),
        ):

            def search(query: NDArray[np.float32], stores: list[str] | None = stores) -> list[int]:
                found = nearest_photos(connection, network, query, stores=stores)
                return [int(near.photo, 16) for near in found]

            yield _timed(name, search, queries, truth, build_s, size)


def _loaded(
    connection: "psycopg.Connection[Any]", vectors: NDArray[np.float32], memory_mb: int
) -> tuple[HubNetwork, float]:
    """The vectors on the hub, with what they show and who has it; the seconds that the graph took."""
    count, dim = vectors.shape
    network = HubNetwork("ab" * 8, "benchmark", dim, dim)
    speak_halfvec(connection)
    connection.execute(
        "INSERT INTO networks (fingerprint, name, dim, pooled) VALUES (%s, %s, %s, %s)",
        [network.fingerprint, network.name, dim, dim],
    )
    into = "COPY vectors (fingerprint, photo, looks, vector) FROM STDIN (FORMAT BINARY)"
    with connection.cursor().copy(into) as copy:
        copy.set_types(["text", "text", "int2", "halfvec"])
        for number in range(count):
            copy.write_row((network.fingerprint, f"{number:064x}", 1, HalfVector(vectors[number])))
    sizes = {"photos": count, "each": PHOTOS_PER_PRODUCT, "stores": STORES}
    for statement in _SHOPS:
        connection.execute(statement, sizes)
    start = time.perf_counter()
    index_network(connection, network.fingerprint, memory_mb=memory_mb)
    built = time.perf_counter() - start
    connection.execute("ANALYZE")
    return network, built


_PRODUCT = "lpad(to_hex(number), 32, '0')::uuid"
_PRODUCTS = "generate_series(0, (%(photos)s - 1) / %(each)s) AS number"
_SHOPS = (
    "INSERT INTO stores (name) SELECT 'S' || number FROM generate_series(0, %(stores)s - 1) AS number",
    f"INSERT INTO product_fields (product, name, value, change)"  # noqa: S608
    f" SELECT {_PRODUCT}, 'sku', to_jsonb('K' || number), {_PRODUCT} FROM {_PRODUCTS}",
    f"INSERT INTO stock_by_store (store, product, quantity_milli, known, seq)"  # noqa: S608
    f" SELECT 'S' || number %% %(stores)s, {_PRODUCT}, 1000, true, 0 FROM {_PRODUCTS}",
    f"INSERT INTO product_photos (product, photo, kind, gained, change)"  # noqa: S608
    f" SELECT {_PRODUCT}, lpad(to_hex(photo), 64, '0'), 'catalog', true, {_PRODUCT}"
    " FROM generate_series(0, %(photos)s - 1) AS photo, LATERAL (SELECT photo / %(each)s AS number) AS shown",
)


def _in_children(engine: str, data: BenchmarkData, folder: Path) -> Row:
    folder.mkdir()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as children:
        built = children.submit(build_engine, engine, data, folder).result()
        searched = children.submit(search_engine, engine, data, folder).result()
    p50, p95 = np.percentile(searched.milliseconds, [50, 95])
    size = sum(path.stat().st_size for path in folder.iterdir())
    return Row(engine, searched.recall10, float(p50), float(p95), built.seconds, size or None)


def _filtered_here(
    vectors: NDArray[np.float32],
    queries: NDArray[np.float32],
    own: NDArray[np.int64],
    truth: NDArray[np.int64],
    folder: Path,
) -> Row:
    index = PhotoIndex.open(folder, dim=vectors.shape[1])
    try:
        return _timed(
            f"snapshelf, one store of {STORES}",
            lambda query: [one.photo_id for one in index.search(query, FOUND, own)],
            queries, truth, None, None,
        )  # fmt: skip
    finally:
        index.close()


def _timed(
    name: str,
    search: Callable[[NDArray[np.float32]], Sequence[int]],
    queries: NDArray[np.float32],
    truth: NDArray[np.int64],
    build_s: float | None,
    size: int | None,
) -> Row:
    search(queries[0])
    milliseconds, right = [], 0
    for query, expected in zip(queries, truth, strict=True):
        start = time.perf_counter()
        found = search(query)
        milliseconds.append((time.perf_counter() - start) * 1000)
        right += len(set(found[:FOUND]) & set(expected.tolist()))
    p50, p95 = np.percentile(milliseconds, [50, 95])
    return Row(name, right / truth.size, float(p50), float(p95), build_s, size)


def _line(row: Row) -> str:
    build = "" if row.build_s is None else f"{row.build_s:8.1f} s"
    size = "" if row.bytes is None else f"{row.bytes / 2**20:8.0f} MiB"
    return f"{row.engine:28} {row.recall10:7.4f} {row.p50_ms:8.2f} ms {row.p95_ms:8.2f} ms {build:>10} {size}"


if __name__ == "__main__":
    main()
