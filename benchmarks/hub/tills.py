"""Many tills at one hub: how long until a change is seen elsewhere, and what joining it takes.

    python -m benchmarks.hub.tills [--tills N] [--changes-a-second R] [--seconds S] [--products P] [--json]

PostgreSQL is started for it. A shop of P products without photos joins, and an empty one gets them. Then each
till is a process with a shop folder of its own that does a round every second and changes titles meanwhile; a
title holds the moment of its change, so whoever reads it knows how old it is (all on one clock). The
processor's time is the server's alone. The issue's sizes are --tills 50 --changes-a-second 10
--products 100000; the default fits two busy cores.
"""

import argparse
import json
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import psutil

from core.hub.connection import connected
from core.hub.joining import join
from core.hub.logins import let_in
from core.hub.synchronising import synchronise
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.postgres import Postgres, database_name, running_postgres

ROUND_S = 1.0
OWN_PRODUCTS = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of the tills at work: seconds until a change was seen by another till, and the server's share
    of one core."""

    tills: int
    changes_a_second: float
    changes: int
    seen: int
    median_s: float
    p95_s: float
    server_cores: float


@dataclass(frozen=True, slots=True)
class Joined:
    """A shop that brings its products to a hub, and an empty one that gets them; bytes as the hub grew."""

    products: int
    join_s: float
    fetch_s: float
    hub_bytes: int


def main() -> None:
    """Measure, and print two lines or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--tills", type=int, default=4)
    parser.add_argument("--changes-a-second", type=float, default=2)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--products", type=int, default=5_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    out = sys.stderr if arguments.json else sys.stdout
    settings = {"max_connections": str(arguments.tills + 50)}
    with running_postgres(settings) as server, tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        joined = measure_joining(server, folder, arguments.products)
        print(joined, file=out, flush=True)
        seen = measure_tills(server, folder, arguments.tills, arguments.changes_a_second, arguments.seconds)
        print(seen, file=out, flush=True)
    if arguments.json:
        print(json.dumps({"joined": asdict(joined), "seen": asdict(seen)}))


def measure_joining(server: Postgres, folder: Path, products: int) -> Joined:
    """See :class:`Joined`."""
    url = _manager(server)
    with open_shop(folder / "full", create=True) as shop:
        _fill(shop, "P", products)
        before = _size(server, url)
        start = time.perf_counter()
        _join(shop, url, "Full")
        _round(shop, url)
        join_s = time.perf_counter() - start
        grown = _size(server, url) - before
    with open_shop(folder / "empty", create=True) as shop:
        start = time.perf_counter()
        _join(shop, url, "Empty")
        _round(shop, url)
        fetch_s = time.perf_counter() - start
        ((count,),) = shop.catalog.db.execute("SELECT count(*) FROM products").fetchall()
        assert count == products, count
    return Joined(products, join_s, fetch_s, grown)


def measure_tills(server: Postgres, folder: Path, tills: int, rate: float, seconds: float) -> Seen:
    """See :class:`Seen`."""
    url = _manager(server)
    with ProcessPoolExecutor(tills, mp_context=get_context("spawn")) as children:
        begin = time.time() + 5 + 2 * tills
        work = [
            children.submit(till_at_work, folder / f"till{number}", url, f"S{number}", rate, begin, seconds)
            for number in range(tills)
        ]
        time.sleep(max(0.0, begin - time.time()))
        before = _server_seconds(server)
        time.sleep(seconds)
        cores = (_server_seconds(server) - before) / seconds
        results = [one.result() for one in work]
    ages = np.array([age for _changes, found in results for age in found])
    median, p95 = np.percentile(ages, [50, 95]) if len(ages) else (float("nan"),) * 2
    changes = sum(made for made, _ages in results)
    return Seen(tills, rate, changes, len(ages), float(median), float(p95), cores)


def till_at_work(
    folder: Path, url: str, store: str, rate: float, begin: float, seconds: float
) -> tuple[int, list[float]]:
    """One till, in a process of its own: how many changes it made, and the ages of those that it saw."""
    with open_shop(folder, create=True) as shop:
        _fill(shop, store, OWN_PRODUCTS)
        _join(shop, url, store)
        _round(shop, url)
        time.sleep(max(0.0, begin - time.time()))
        made = [0]
        end = begin + seconds

        def change() -> None:
            while time.time() < end:
                with shop.catalog.transaction() as db:
                    db.execute(
                        "UPDATE products SET title = ? WHERE sku = ?",
                        [str(time.time_ns()), f"{store}-{made[0] % OWN_PRODUCTS}"],
                    )
                made[0] += 1
                time.sleep(1 / rate)

        clerk = threading.Thread(target=change)
        clerk.start()
        ages: list[float] = []
        known: set[str] = set()
        while time.time() < end:
            start = time.time()
            _round(shop, url)
            now = time.time_ns()
            rows = shop.catalog.db.execute(
                "SELECT title FROM products WHERE sku NOT LIKE ? AND title GLOB '[0-9]*'", [f"{store}-%"]
            ).fetchall()
            new = {title for (title,) in rows} - known
            known |= new
            ages += [(now - int(title)) / 1e9 for title in new]
            time.sleep(max(0.0, ROUND_S - (time.time() - start)))
        clerk.join()
        return made[0], ages


def _fill(shop: Shop, prefix: str, products: int) -> None:
    with shop.catalog.transaction() as db:
        db.conn.executemany(
            "INSERT INTO products (sku, sku_key, title, category, price_minor, currency, created, updated)"
            " VALUES (?, snapshelf_sku_key(?), 'new', 'Tea', 250, 'EUR', '', '')",
            [(f"{prefix}-{number}", f"{prefix}-{number}") for number in range(products)],
        )


def _manager(server: Postgres) -> str:
    """The URL of a new hub's manager; there may be as many connections of it as there are tills."""
    owner = server.new_hub()
    name = f"{database_name(owner)}_manager"
    with connected(owner) as connection:
        password = let_in(connection, name, "manager")
        connection.execute(f"ALTER ROLE {name} CONNECTION LIMIT -1".encode())
    return server.url(database_name(owner), name, password=password)


def _join(shop: Shop, url: str, store: str) -> None:
    with connected(url, statement_s=None) as connection:
        join(shop, connection, url, store)


def _round(shop: Shop, url: str) -> None:
    with connected(url, statement_s=None) as connection:
        synchronise(shop, connection)


def _size(server: Postgres, url: str) -> int:
    with connected(url) as connection:
        ((size,),) = connection.execute("SELECT pg_database_size(current_database())").fetchall()
    return int(size)


def _server_seconds(server: Postgres) -> float:
    """The processor's time that the server and what it started have taken, those that ended included."""
    process = psutil.Process(int((server.folder / "postmaster.pid").read_text().split()[0]))
    ended = process.cpu_times()
    total = ended.user + ended.system + ended.children_user + ended.children_system
    for child in process.children():
        try:
            own = child.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += own.user + own.system
    return float(total)


if __name__ == "__main__":
    main()
