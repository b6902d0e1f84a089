"""Many tills at one hub, each as tills work: how long until a change is seen elsewhere.

    python -m benchmarks.hub.tills [--tills N] [--stores M] [--hold all|ours] [--changes-a-second R]
                                   [--seconds S] [--json]

PostgreSQL is started for it. Each till is a process with a shop folder of its own that stays in step as the
window and «sync --watch» do: the hub says when something came. Meanwhile it changes titles; a title holds the
moment of its change, so whoever reads it knows how old it is (all on one clock). The tills begin together,
once all have joined. With --hold ours each holds what its store sells, and sees its store's other tills.
The processor's time is told apart for the server and for all tills, in cores. The issue's size is --tills 50
--changes-a-second 10; what joining takes is in benchmarks.hub.joining.
"""

import argparse
import contextlib
import json
import os
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

from benchmarks.hub.shops import fill, new_manager
from core.errors import Cancelled
from core.hub.following import follow, join_hub
from core.hub.holding import Hold, set_hold
from core.hub.standing import HubState
from core.hub.watching import watch
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.postgres import Postgres, running_postgres

OWN_PRODUCTS = 20


@dataclass(frozen=True, slots=True)
class Work:
    """What a till is to do; ``gate`` is a folder where it says that it is ready and reads when to begin."""

    number: int
    store: str
    hold: Hold
    url: str
    folder: Path
    gate: Path
    rate: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """What a till did: its changes and rounds, the ages of the changes that it saw, its processor's time."""

    changes: int
    rounds: int
    ages: list[float]
    processor_s: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of all: seconds until a change was seen by another till, and shares of one core."""

    tills: int
    stores: int
    hold: str
    asked_a_second: float
    changes_a_second: float
    rounds_a_second: float
    seen: int
    median_s: float
    p95_s: float
    server_cores: float
    till_cores: float


def main() -> None:
    """Measure, and print a line or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--tills", type=int, default=4)
    parser.add_argument("--stores", type=int, help="how many they belong to; each one of its own otherwise")
    parser.add_argument("--hold", choices=list(Hold), default=Hold.ALL)
    parser.add_argument("--changes-a-second", type=float, default=2)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    settings = {"max_connections": str(arguments.tills + 50)}
    with running_postgres(settings) as server, tempfile.TemporaryDirectory() as temporary:
        os.environ["SNAPSHELF_HOME"] = temporary  # passwords are kept there
        seen = measure_tills(
            server,
            Path(temporary),
            arguments.tills,
            arguments.stores or arguments.tills,
            Hold(arguments.hold),
            arguments.changes_a_second,
            arguments.seconds,
        )
    print(json.dumps(asdict(seen)) if arguments.json else seen)


def measure_tills(
    server: Postgres, folder: Path, tills: int, stores: int, hold: Hold, rate: float, seconds: float
) -> Seen:
    """See :class:`Seen`."""
    url = new_manager(server)
    gate = folder / "gate"
    gate.mkdir()
    with ProcessPoolExecutor(tills, mp_context=get_context("spawn")) as children:
        work = [
            children.submit(
                till_at_work,
                Work(n, f"S{n % stores}", hold, url, folder / f"till{n}", gate, rate, seconds),
            )
            for n in range(tills)
        ]
        while len(list(gate.iterdir())) < tills:
            broken = next((one for one in work if one.done()), None)
            if broken is not None:
                broken.result()
            time.sleep(0.1)
        print("all have joined", file=sys.stderr, flush=True)
        begin = time.time() + 3
        (folder / "begin").write_text(str(begin))
        (folder / "begin").rename(gate / "begin")
        time.sleep(max(0.0, begin - time.time()))
        before = _server_seconds(server)
        time.sleep(seconds)
        server_cores = (_server_seconds(server) - before) / seconds
        done = [one.result() for one in work]
    ages = np.array([age for one in done for age in one.ages])
    median, p95 = np.percentile(ages, [50, 95]) if len(ages) else (float("nan"),) * 2
    return Seen(
        tills=tills,
        stores=stores,
        hold=hold.value,
        asked_a_second=tills * rate,
        changes_a_second=sum(one.changes for one in done) / seconds,
        rounds_a_second=sum(one.rounds for one in done) / seconds,
        seen=len(ages),
        median_s=float(median),
        p95_s=float(p95),
        server_cores=server_cores,
        till_cores=sum(one.processor_s for one in done) / seconds,
    )


def till_at_work(work: Work) -> Done:
    """One till, in a process of its own."""
    with open_shop(work.folder, create=True) as shop:
        fill(shop, f"T{work.number}", OWN_PRODUCTS)
        join_hub(shop, work.url, None, work.store)
        set_hold(shop.catalog, work.hold)
        follow(shop)
        (work.gate / str(work.number)).touch()
        while not (work.gate / "begin").exists():
            time.sleep(0.05)
        begin = float((work.gate / "begin").read_text())
        time.sleep(max(0.0, begin - time.time()))
        return _work(shop, work, begin + work.seconds)


def _work(shop: Shop, work: Work, end: float) -> Done:
    own = f"T{work.number}-"
    changes, rounds = 0, 0
    ages: list[float] = []
    known: set[str] = set()
    processor_s = time.process_time()

    def change() -> None:
        nonlocal changes
        due = time.time()
        while due < end:
            with shop.catalog.transaction() as db:
                db.execute(
                    "UPDATE products SET title = ? WHERE sku = ?",
                    [str(time.time_ns()), f"{own}{changes % OWN_PRODUCTS}"],
                )
            changes += 1
            due += 1 / work.rate
            time.sleep(max(0.0, due - time.time()))

    def look(_state: HubState) -> None:
        nonlocal rounds
        rounds += 1
        now = time.time_ns()
        rows = shop.catalog.db.execute(
            "SELECT title FROM products WHERE sku NOT GLOB ? AND title GLOB '[0-9]*'",
            [f"{own}*"],
        ).fetchall()
        new = {title for (title,) in rows} - known
        known.update(new)
        ages.extend((now - int(title)) / 1e9 for title in new)

    clerk = threading.Thread(target=change)
    clerk.start()
    with contextlib.suppress(Cancelled):
        watch(shop, look, lambda _: time.time() < end)
    clerk.join()
    return Done(changes, rounds, ages, time.process_time() - processor_s)


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
