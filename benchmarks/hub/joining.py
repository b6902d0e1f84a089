"""What joining a hub takes: for a shop that brings its products, and for an empty one that gets them.

    python -m benchmarks.hub.joining [--products P] [--changes-each C] [--whole-log] [--json]

PostgreSQL is started for it. A shop of P products without photos joins; each product is changed C times there
(title, price and location in turn, and a tag that comes and goes); then an empty shop of another store joins
over a line that counts the bytes. With --whole-log one more reads every change that was ever made, as tills
did before they read what holds.
"""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.hub.shops import counted_line, do_round, fill, join_as, new_manager
from core.hub.connection import connected
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.postgres import Postgres, running_postgres


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of it.

    Attributes:
        changes: how many the hub has then.
        join_s: until the full shop has told the hub what there is.
        fetch_s, fetch_bytes: until the empty one has it, and what the hub sent for it.
        log_s, log_bytes: the same for one that reads the whole log; None where none did.
        hub_bytes: the hub's growth by all of it.
    """

    products: int
    changes: int
    join_s: float
    fetch_s: float
    fetch_bytes: int
    log_s: float | None
    log_bytes: int | None
    hub_bytes: int


def main() -> None:
    """Measure, and print a line or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--products", type=int, default=5_000)
    parser.add_argument("--changes-each", type=int, default=0)
    parser.add_argument("--whole-log", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with running_postgres() as server, tempfile.TemporaryDirectory() as temporary:
        joined = measure_joining(
            server,
            Path(temporary),
            arguments.products,
            arguments.changes_each,
            whole_log=arguments.whole_log,
        )
    print(json.dumps(asdict(joined)) if arguments.json else joined)


def measure_joining(
    server: Postgres, folder: Path, products: int, changes_each: int, *, whole_log: bool
) -> Joined:
    """See :class:`Joined`."""
    url = new_manager(server)
    before = _size(url)
    with open_shop(folder / "full", create=True) as shop:
        fill(shop, "P", products)
        start = time.perf_counter()
        join_as(shop, url, "Full")
        do_round(shop, url)
        join_s = time.perf_counter() - start
        _say(f"joined after {join_s:.0f} s")
        for turn in range(changes_each):
            _change_all(shop, turn)
            do_round(shop, url)
        _say("changed")
    fetch_s, fetch_bytes = _fetch(server, url, folder / "empty", products, whole_log=False)
    log_s, log_bytes = (None, None)
    if whole_log:
        log_s, log_bytes = _fetch(server, url, folder / "reader", products, whole_log=True)
    with connected(url) as connection:
        ((changes,),) = connection.execute("SELECT count(*) FROM changes").fetchall()
    return Joined(
        products, changes, join_s, fetch_s, fetch_bytes, log_s, log_bytes, _size(url) - before
    )  # fmt: skip


def _change_all(shop: Shop, turn: int) -> None:
    statement = (
        "UPDATE products SET title = 'named ' || ?",
        "UPDATE products SET price_minor = 250 + ?",
        "UPDATE products SET location = 'A-' || ?",
        "DELETE FROM product_tags WHERE ? >= 0"
        if turn // 4 % 2
        else "INSERT INTO product_tags (product_id, tag) SELECT id, 'new' FROM products WHERE ? >= 0",
    )[turn % 4]
    with shop.catalog.transaction() as db:
        db.execute(statement, [turn])


def _fetch(server: Postgres, url: str, folder: Path, products: int, *, whole_log: bool) -> tuple[float, int]:
    with open_shop(folder, create=True) as shop, counted_line(server.port) as line:
        far = url.replace(f":{server.port}/", f":{line.port}/")
        start = time.perf_counter()
        join_as(shop, far, "Empty")
        if whole_log:
            _take_for_a_reader(shop, url)
        do_round(shop, far)
        fetch_s = time.perf_counter() - start
        ((count,),) = shop.catalog.db.execute("SELECT count(*) FROM hub_products").fetchall()
        assert count >= products - 1, count
        return fetch_s, line.came


def _take_for_a_reader(shop: Shop, url: str) -> None:
    """Let it have read the first change, so that it goes on from there."""
    with connected(url) as connection:
        ((seq, change),) = connection.execute(
            "SELECT seq, id::text FROM changes ORDER BY seq LIMIT 1"
        ).fetchall()
    shop.catalog.db.execute("UPDATE hub_state SET place = ?, place_change = ?", [seq, change])


def _size(url: str) -> int:
    with connected(url) as connection:
        ((size,),) = connection.execute("SELECT pg_database_size(current_database())").fetchall()
    return int(size)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
