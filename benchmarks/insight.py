"""What a shop's figures take where there are many: processor seconds and memory, part by part.

    python benchmarks/insight.py [--products 100000] [--searches 1000000] [--lines 1000000]

A shop is made of chance in a folder of its own: products that sell by a power law, a year of receipts with
three lines each, as many searches. Nothing of it is kept.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from core.catalog.clock import utc_text
from core.catalog.database.catalog import Catalog
from core.insight.as_plain_data import names_of
from core.insight.demand import unmet_demand
from core.insight.glance import at_a_glance
from core.insight.insight import insight
from core.insight.orders import forecast_errors, weekly_sales, what_to_order
from core.insight.period import Period
from core.insight.recognition import confused_pairs, most_searched, searches_of, weak_products
from core.insight.report import write_insight_report
from core.insight.stock_days import product_stock
from core.insight.tables import tables_of
from core.insight.takings import groups_of, sold_products, takings
from core.measuring.report.words import Words
from core.shop.opening import open_shop

LAST = date(2026, 6, 30)
YEAR = 364


def main() -> None:
    """Print a line a part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=1_000_000)
    parser.add_argument("--lines", type=int, default=1_000_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with open_shop(Path(folder) / "shop", create=True, device="cpu") as shop:
            _timed(
                "made", lambda: _fill(shop.catalog, arguments.products, arguments.searches, arguments.lines)
            )
        with open_shop(Path(folder) / "shop", device="cpu") as shop:
            catalog, before = shop.catalog, _megabytes()
            period = Period(LAST - timedelta(days=27), LAST, UTC)
            _timed("the first figures", lambda: at_a_glance(catalog, period))
            _timed("searches", lambda: searches_of(catalog, period))
            _timed("takings", lambda: takings(catalog, period))
            _timed("most searched", lambda: most_searched(catalog, period, 50))
            _timed(
                "mixed up, hard to find",
                lambda: (confused_pairs(catalog, period), weak_products(catalog, period)),
            )
            _timed("unmet demand", lambda: unmet_demand(catalog, period, shop.spec))
            _timed("sold products", lambda: sold_products(catalog, period))
            _timed("groups", lambda: [groups_of(catalog, one) for one in ("category", "tag", "supplier")])
            sold = sold_products(catalog, period)
            _timed("stock by day", lambda: product_stock(catalog, period, sold))
            _timed("weekly sales", lambda: weekly_sales(catalog, period))
            weekly = weekly_sales(catalog, period)
            _timed("orders", lambda: what_to_order(weekly, {}))
            _timed("forecast, held out", lambda: forecast_errors(weekly))
            _timed("all of it", lambda: insight(shop, period))
            found = insight(shop, period)
            names = names_of(catalog)
            _timed("its lists", lambda: tables_of(found, names, Words(str)))
            _timed("report", lambda: write_insight_report(found, names, Path(folder) / "report", shop="Shop"))
            year = Period(LAST - timedelta(days=YEAR - 1), LAST, UTC)
            _timed("the first of a year", lambda: at_a_glance(catalog, year))
            _timed("a year", lambda: insight(shop, year))
            print(f"{'memory above the open shop':28} {_megabytes() - before:8.0f} MB at its peak")


def _timed(name: str, work: Callable[[], object]) -> None:
    start, clock = time.process_time(), time.perf_counter()
    work()
    print(f"{name:28} {time.process_time() - start:8.2f} s of processor {time.perf_counter() - clock:8.2f} s")


def _fill(catalog: Catalog, products: int, searches: int, lines: int) -> None:
    chance = np.random.default_rng(1)
    share = 1 / np.arange(1, products + 1) ** 0.9
    share /= share.sum()
    moments = [utc_text(datetime(2026, 7, 1, tzinfo=UTC) - timedelta(minutes=m)) for m in range(YEAR * 1440)]
    with catalog.transaction() as db:
        execute = db.conn.executemany
        execute(
            "INSERT INTO products (sku, sku_key, title, category, location, brand, price_minor, currency,"
            " created, updated, extra)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'EUR', '2020-01-01T00:00:00.000Z', '', ?)",
            (
                (
                    f"S{one}", f"s{one}", f"Thing {one}", f"Kind {one % 40}", f"A{one % 200}",
                    f"Brand {one % 300}", 100 + one % 900, f'{{"Supplier": "Firm {one % 25}"}}',
                )
                for one in range(products)
            ),
        )  # fmt: skip
        execute(
            "INSERT INTO stock_movements (product_id, quantity_milli, reason, note, who, moved, counted)"
            " VALUES (?, ?, 'count', '', '', '2021-01-01T00:00:00.000Z', 1)",
            ((key, 1000 * int(pieces)) for key, pieces in enumerate(chance.integers(0, 60, products), 1)),
        )
        receipts = lines // 3
        minutes = np.sort(chance.integers(0, len(moments), receipts))[::-1]
        db.execute("INSERT INTO sales_imports (about, who, done) VALUES ('', '', '')")
        execute(
            "INSERT INTO receipts (till, number, day, sold, currency) VALUES ('till', ?, ?, ?, 'EUR')",
            ((str(one), moments[m][:10], moments[m]) for one, m in enumerate(minutes.tolist())),
        )
        sold = (chance.choice(products, lines, p=share) + 1).tolist()
        execute(
            "INSERT INTO receipt_lines (receipt_id, code, nth, product_id, quantity_milli, paid_minor,"
            " booked, import_id) VALUES (?, ?, ?, ?, 1000, ?, 1, 1)",
            (
                (one // 3 + 1, str(key), one % 3, key, 100 + key % 900)
                for one, key in enumerate(sold[: 3 * receipts])
            ),
        )
        tops = (chance.choice(products, searches, p=share) + 1).tolist()
        kinds = chance.random(searches).tolist()
        when = np.sort(chance.integers(0, len(moments), searches))[::-1].tolist()  # a log grows by the day
        execute(
            "INSERT INTO searches (searched, origin, verdict, top_product_id, top_confidence,"
            " chosen_product_id, feedback, milliseconds) VALUES (?, 'file', ?, ?, 0.9, ?, ?, 80)",
            (
                (
                    moments[m],
                    "unknown" if kind < 0.05 else "match",
                    key,
                    None if kind < 0.6 else key if kind < 0.95 else max(1, key - 1),
                    "" if kind < 0.6 else "right" if kind < 0.95 else "instead",
                )
                for m, key, kind in zip(when, tops, kinds, strict=True)
            ),
        )


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
