"""The catalog page with 100,000 products: opening, scrolling, filtering, sorting, and the longest stall.

    python benchmarks/catalog_page.py [--products N] [--runs N] [--folder DIR] [--json]

Drives the real page (offscreen) on a real shop whose products are written straight into its tables; every
product has a photo row of a handful of small files. A step ends when the rows in sight are read and painted.
``stall`` is the longest time between two ticks of a 5 ms timer on the GUI thread, ``busy`` the most
processor time that the GUI thread took in between: on a machine that does nothing else the two agree.
Figures are medians over the runs; stalls are the worst of all.
"""

import argparse
import contextlib
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from core.paths import resources
from core.settings import Settings
from core.shop.opening import open_shop
from desktop_app.background.preferences import Preferences
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.engine.thread import EngineThread
from desktop_app.look.language import LanguageSwitch
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.shop_page import PageServices, ShopNews
from tests.desktop_app.pages.catalog.many_products import make_shop

PATIENCE_S = 60.0
SCROLL_STEPS = 60

Step = tuple[Callable[[], object], Callable[[], bool]]


class Watch:
    """Ticks on the GUI thread and keeps the longest gaps."""

    def __init__(self) -> None:
        self.stall_ms = self.busy_ms = 0.0
        self._wall, self._cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def start(self) -> None:
        self.stall_ms = self.busy_ms = 0.0
        self._wall, self._cpu = time.perf_counter(), time.thread_time()

    def _tick(self) -> None:
        wall, cpu = time.perf_counter(), time.thread_time()
        self.stall_ms = max(self.stall_ms, (wall - self._wall) * 1000 - 5)
        self.busy_ms = max(self.busy_ms, (cpu - self._cpu) * 1000)
        self._wall, self._cpu = wall, cpu


class Bench:
    """One page, and the steps that are measured on it."""

    def __init__(self, app: QApplication, page: CatalogPage) -> None:
        self._app = app
        self.page = page
        self._watch = Watch()

    def seen(self) -> bool:
        """Whether all rows in sight are read."""
        model, lists = self.page.model, self.page.lists
        first = lists.first_row_seen()
        last = min(first + 9, model.rowCount() - 1)
        return model.product_at(first) is not None and model.product_at(last) is not None

    def listed(self) -> bool:
        """Whether the list is the one that was asked for, and read."""
        return self.page.listing.job is None and self.page.model.rowCount() > 0 and self.seen()

    def measure(self, act: Callable[[], object], done: Callable[[], bool]) -> dict[str, float]:
        """Milliseconds until done, and the worst gaps until a little later."""
        self._pause(0.2)
        self._watch.start()
        start = time.perf_counter()
        act()
        while not done():
            if time.perf_counter() - start > PATIENCE_S:
                sys.exit("The page did not get there in time.")
            self._app.processEvents()
            time.sleep(0.0005)
        ms = (time.perf_counter() - start) * 1000
        self._pause(0.2)
        return {"ms": ms, "stall": self._watch.stall_ms, "busy": self._watch.busy_ms}

    def steps(self) -> Iterator[tuple[str, Step]]:
        """What somebody does, in order."""
        page = self.page
        yield "open the page", (page.reload, self.listed)
        yield "scroll to the end at once", (page.lists.view.scrollToBottom, self.seen)
        yield "drag through the whole list", (self._drag, self.seen)
        yield (
            "sort by price",
            (lambda: page.model.sort(Column.PRICE, Qt.SortOrder.DescendingOrder), self.listed),
        )
        yield (
            "sort by tags (no index)",
            (lambda: page.model.sort(Column.TAGS, Qt.SortOrder.AscendingOrder), self.listed),
        )
        yield "filter by category", (lambda: page.open_query(ListQuery(category="Juice")), self.listed)
        yield "filter: without a photo", (lambda: page.open_query(ListQuery(few_photos=1)), self.listed)
        yield "find by a word", (lambda: page.open_query(ListQuery(text="ceramic")), self.listed)
        yield "all again, by title", (lambda: page.open_query(ListQuery(sort="title")), self.listed)
        yield "select all", (page.lists.view.selectAll, page.bulk.isVisible)
        yield "select none", (page.lists.view.clearSelection, lambda: not page.bulk.isVisible())

    def _drag(self) -> None:
        bar = self.page.lists.view.verticalScrollBar()
        for step in range(SCROLL_STEPS + 1):
            bar.setValue(bar.maximum() * step // SCROLL_STEPS)
            self._app.processEvents()
            time.sleep(0.004)

    def _pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.001)


@contextlib.contextmanager
def open_page(app: QApplication, shop: Path, scratch: Path) -> Iterator[CatalogPage]:
    """The page on the shop, as the window makes it."""
    jobs, engine = Jobs(), ShopEngine(shop, device="cpu")
    jobs.bug.connect(sys.exit)
    engine._shop = open_shop(shop, device="cpu")  # without the model: no picture is searched here
    page = CatalogPage(
        PageServices(
            engine,
            EngineThread(engine),
            jobs,
            ShopJobs(jobs, engine),
            ThemeSwitch(app, resources() / "styles", "light"),
            LanguageSwitch(app, resources() / "translations", "en"),
            Thumbnails(jobs),
            Preferences(Settings(), scratch / "settings.json", jobs),
            ShopNews(),
        )
    )
    page.resize(1240, 800)
    page.show()
    page.listing.is_open = True
    yield page
    page.hide()
    jobs.close()
    engine.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where the shop is made, and kept for the next time")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="snapshelf-catalog-") as temporary:
        shop = (arguments.folder or Path(temporary)) / f"shop-{arguments.products}"
        if not shop.exists():
            shop.parent.mkdir(parents=True, exist_ok=True)
            make_shop(shop, arguments.products)
        report: dict[str, list[dict[str, float]]] = {}
        with open_page(app, shop, Path(temporary)) as page:
            page.show_shop(ShopFacts("Many", arguments.products, 0, "", "CPU"))
            bench = Bench(app, page)
            for which, action in (("table", page.acts.table), ("grid", page.acts.grid)):
                action.trigger()
                for _ in range(arguments.runs):
                    for name, (act, done) in bench.steps():
                        report.setdefault(f"{which}: {name}", []).append(bench.measure(act, done))
    figures = {
        name: {
            "median_ms": statistics.median(one["ms"] for one in runs),
            "worst_stall_ms": max(one["stall"] for one in runs),
            "worst_busy_ms": max(one["busy"] for one in runs),
        }
        for name, runs in report.items()
    }
    print(json.dumps(figures, indent=2) if arguments.json else as_table(figures, arguments))


def as_table(figures: dict[str, dict[str, float]], arguments: argparse.Namespace) -> str:
    """For people."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    lines = [
        f"{arguments.products} products, {arguments.runs} runs, {os.cpu_count()} cores, load average {load}",
        f"{'':38}{'median ms':>10}{'stall ms':>10}{'busy ms':>10}",
    ]
    for name, row in figures.items():
        values = (row["median_ms"], row["worst_stall_ms"], row["worst_busy_ms"])
        lines.append(f"{name:38}" + "".join(f"{value:10.0f}" for value in values))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
