"""Tills, the hub's processes and PostgreSQL itself killed in the middle of synchronising: what was
acknowledged
to a clerk is there on every till, once."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import psycopg
import pytest

from core.catalog.checking.check import check
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.hub.connection import connected
from core.hub.logins import let_in
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from tests.conftest import REPOSITORY
from tests.core.hub.postgres import Postgres, database_name, running_postgres
from tests.core.hub.tills import joined_till, sync, told

_SKUS = ("A", "B", "C")
_MANY = 1_000_000


def _start(folder: Path, hub: str, acknowledged: Path, seed: int) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-m",
        "tests.core.hub.killed_till",
        str(folder),
        hub,
        str(acknowledged),
        str(seed),
    ]
    return subprocess.Popen(
        command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def _wait_for_sales(acknowledged: Path, process: "subprocess.Popen[bytes]", more: int) -> None:
    """Until it has sold ``more`` times since: a state, not a time."""
    had = _lines(acknowledged)
    while _lines(acknowledged) < had + more:
        assert process.poll() is None, "the till has ended by itself"
        time.sleep(0.005)


def _lines(file: Path) -> int:
    return len(file.read_text().splitlines()) if file.exists() else 0


def _kill_a_backend(owner: str) -> None:
    """SIGKILL to the hub's process that serves a till: PostgreSQL ends all others and recovers."""
    with contextlib.suppress(psycopg.Error), psycopg.connect(owner, autocommit=True) as connection:
        row = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE usename LIKE '%manager%' ORDER BY random() LIMIT 1"
        ).fetchone()
        if row is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(row[0], signal.SIGKILL)


def _kill_the_server(server: Postgres) -> None:
    server.kill()
    server.start()


def _wait_until_up(owner: str) -> None:
    while True:
        with contextlib.suppress(psycopg.Error), psycopg.connect(owner):
            return
        time.sleep(0.05)


def _kill(tmp_path: Path, times: int, seed: int) -> None:
    choice = random.Random(seed)
    with running_postgres() as server:
        owner = server.new_hub()
        name = f"{database_name(owner)}_manager"
        with connected(owner) as connection:
            let_in(connection, name, "manager", None)
        hub = server.url(database_name(owner), name)
        folders = [tmp_path / "a", tmp_path / "b"]
        with joined_till(folders[0], hub, "Harbour") as till:
            for sku in _SKUS:
                upsert_product(till.catalog, ProductDraft(sku, title=sku, stock=whole(_MANY)), who="")
            sync(till, hub)
        with joined_till(folders[1], hub, "Harbour") as till:
            sync(till, hub)
        files = [tmp_path / "sold-a", tmp_path / "sold-b"]
        running = [_start(folders[n], hub, files[n], choice.randrange(99)) for n in (0, 1)]
        try:
            for _ in range(times):
                one = choice.randrange(2)
                _wait_for_sales(files[one], running[one], choice.randint(1, 8))
                time.sleep(choice.random() * 0.05)  # wherever it is by then
                what = choice.choice(("till", "till", "backend", "server"))
                if what == "till":
                    running[one].kill()
                    running[one].wait()
                    running[one] = _start(folders[one], hub, files[one], choice.randrange(99))
                elif what == "backend":
                    _kill_a_backend(owner)
                else:
                    _kill_the_server(server)
        finally:
            for process in running:
                process.kill()
                process.wait()
        _wait_until_up(owner)
        acknowledged = [note for file in files for note in file.read_text().split()]
        _require_once(folders, hub, acknowledged)


def _require_once(folders: list[Path], hub: str, acknowledged: list[str]) -> None:
    """Each sale that was acknowledged is on both tills, once; and the stock is what they come to."""
    with open_shop(folders[0]) as a, open_shop(folders[1]) as b:
        for till in (a, b, a):
            sync(till, hub)
        assert told(a.catalog) == told(b.catalog)
        for till in (a, b):
            rows = till.catalog.db.execute(
                "SELECT note, quantity_milli FROM stock_movements WHERE note <> ''"
            ).fetchall()
            notes = Counter(note for note, _ in rows)
            assert set(notes.values()) == {1}
            assert set(acknowledged) <= set(notes)
            (stock,) = till.catalog.db.execute("SELECT sum(stock_milli) FROM products").fetchone()
            assert stock == len(_SKUS) * _MANY * 1000 + sum(quantity for _, quantity in rows)
            assert check(till.catalog) == []


def test_five_killings_lose_nothing_and_count_nothing_twice(tmp_path: Path) -> None:
    _kill(tmp_path, 5, 6)  # by this seed either till, a process of the hub and PostgreSQL itself


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_three_hundred_killings_lose_nothing_and_count_nothing_twice(tmp_path: Path) -> None:
    _kill(tmp_path, 300, 2)
