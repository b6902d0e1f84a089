"""What tagging alike products together saves: keystrokes and seconds, and how right the proposals are.

    python benchmarks/tagging.py [DIR]

DIR is the grocery data set; without it SNAPSHELF_GROCERY or the folder shared/data/grocery beside the
repository, or else the demo shop. 500 photos taken in a real shop become 500 products without tags (fewer
where the shop is smaller); the tag that each deserves is its category, which the program is not told.

A script then tags all of them through the page's own key events, as a clerk does who knows the goods: it
gives each group the tag that most of it deserves and leaves the others out, by arrow keys and Space; it
presses Enter where the proposal is right, a number where it is among the others, and otherwise types until
the completion is right. One by one is the same line with the same completion, a product at a time.

The seconds are a model, but for the program's own, which are measured: the keystroke-level model of
S. K. Card, T. P. Moran and A. Newell (1980) with 0.28 s a key and 1.35 s for each decision (a group, or a
product), and 0.25 s more, our own assumption, for each further picture of a group that is looked at.
"""

import argparse
import csv
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from core.catalog.lists.listing import ordered_ids  # noqa: E402
from core.catalog.products.products import products_by_ids  # noqa: E402
from core.ingest.table import import_table  # noqa: E402
from core.settings import Settings  # noqa: E402
from core.shop.opening import open_shop  # noqa: E402
from core.shop.shop import Shop  # noqa: E402
from core.tagging.groups import group_alike  # noqa: E402
from core.tagging.likeness import LikenessMap, compare_products, unit  # noqa: E402
from core.tagging.proposals import gather_voters, propose  # noqa: E402
from demo_drawing.build import draw_demo  # noqa: E402
from desktop_app.engine.shop_choice import engine_for  # noqa: E402
from desktop_app.pages.tagging.page import TaggingPage  # noqa: E402
from desktop_app.widgets.fields.tag_field import TagField  # noqa: E402
from desktop_app.window.app import build_desktop  # noqa: E402

PRODUCTS = 500
KEY_S, DECISION_S, PICTURE_S = 0.28, 1.35, 0.25
FOLDS = 5
BINS = (0.1, 0.3, 0.5, 0.7, 0.9, 1.01)


@dataclass(slots=True)
class Effort:
    """What one way of tagging took."""

    keys: int = 0
    decisions: int = 0
    pictures: int = 0
    program_s: float = 0.0

    @property
    def seconds(self) -> float:
        """By the model above."""
        person = self.keys * KEY_S + self.decisions * DECISION_S + self.pictures * PICTURE_S
        return person + self.program_s


def main() -> int:
    """Print everything; some two minutes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=None, metavar="DIR")
    folder = parser.parse_args().folder or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        shop_folder = Path(home) / "shop"
        real = (folder / "shop_photos.csv").exists()
        print("data:", "photos taken in a real shop" if real else "the demo shop")
        table = _photos_as_products(folder, Path(home)) if real else draw_demo(Path(home) / "drawn").catalog
        with open_shop(shop_folder, create=True) as shop:
            import_table(shop, table)
            deserved = _categories(shop)
            shop.catalog.db.execute("DELETE FROM product_tags")
            _print_precision(shop, deserved)
        together = _tag_through_the_page(app, shop_folder, deserved, Path(home))
    alone = _one_by_one(list(deserved.values()))
    print(f"\n{'way':<16}{'keys':>7}{'decisions':>11}{'pictures':>10}{'program s':>11}{'model s':>9}")
    for name, effort in (("one by one", alone), ("in groups", together)):
        print(
            f"{name:<16}{effort.keys:>7}{effort.decisions:>11}{effort.pictures:>10}"
            f"{effort.program_s:>11.1f}{effort.seconds:>9.0f}"
        )
    new = sum(len(tag) for tag in set(deserved.values()))
    print(f"Of either, about {new} keys are for typing {len(set(deserved.values()))} new tags once.")
    print(f"keys: {alone.keys / together.keys:.1f} times fewer", end="; ")
    print(f"seconds by the model: {alone.seconds / together.seconds:.1f} times fewer")
    _print_grouping_times()
    return 0


def _photos_as_products(folder: Path, home: Path) -> Path:
    with (folder / "catalog.csv").open(newline="", encoding="utf-8") as file:
        catalog = {row["sku"]: row for row in csv.DictReader(file)}
    with (folder / "shop_photos.csv").open(newline="", encoding="utf-8") as file:
        photos = list(csv.DictReader(file))
    random.Random(7).shuffle(photos)
    table = home / "products.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["sku", "title", "category", "photo"])
        for number, row in enumerate(photos[:PRODUCTS]):
            product = catalog[row["sku"]]
            writer.writerow([f"P{number:03}", product["title"], product["category"], folder / row["photo"]])
    return table


def _categories(shop: Shop) -> dict[int, str]:
    products = products_by_ids(shop.catalog, ordered_ids(shop.catalog).tolist())
    return {product.id: product.category for product in products}


def _print_precision(shop: Shop, deserved: dict[int, str]) -> None:
    """Hide the tags of a fifth of the products, propose from the others, and compare."""
    likeness_map = compare_products(shop)
    found: list[tuple[float, bool]] = []
    ids = sorted(deserved)
    for fold in range(FOLDS):
        hidden = ids[fold::FOLDS]
        voters = gather_voters(likeness_map, {one: (deserved[one],) for one in ids if one not in set(hidden)})
        for one in hidden:
            found += [(p.confidence, p.tag == deserved[one]) for p in propose(voters, [one])[:1]]
    print(f"\nfirst proposals for {len(ids)} products whose tags were hidden, a fifth at a time:")
    print(f"{'confidence':<14}{'proposals':>10}{'said':>8}{'right':>8}")
    for low, high in pairwise(BINS):
        some = [(said, right) for said, right in found if low <= said < high]
        if some:
            said, right = np.mean(some, axis=0)
            print(f"{low:.1f} to {min(1, high):<7.1f}{len(some):>10}{said:>8.2f}{right:>8.2f}")
    print(f"all{len(found):>21}{'':>8}{np.mean([right for _, right in found]):>8.2f}")


class Clerk:
    """Presses the page's keys and counts them."""

    def __init__(self, app: QApplication, page: TaggingPage, deserved: dict[int, str]) -> None:
        self._app = app
        self._page = page
        self._deserved = deserved
        self.effort = Effort()

    def tag_everything(self) -> None:
        """Until nothing is left."""
        while self._page.step is not None and self._page.step.members:
            self._decide()

    def _decide(self) -> None:
        page, panel = self._page, self._page.panel
        assert page.step is not None
        members = page.step.members
        self.effort.decisions += 1
        self.effort.pictures += len(members) - 1
        wanted, _ = Counter(self._deserved[m.product_id] for m in members).most_common(1)[0]
        for place, member in enumerate(members):
            if self._deserved[member.product_id] != wanted:
                for key in self._way_to(place):
                    self._press(page.grid, key)
                assert page.grid.currentIndex().row() == place
                self._press(page.grid, Qt.Key.Key_Space)
        offered = panel.offered()
        if wanted in offered:
            for place, tag in enumerate(offered):
                if (tag in panel.chosen()) != (tag == wanted):
                    self._press(page.grid, Qt.Key(Qt.Key.Key_1 + place))
            self._press(page.grid, Qt.Key.Key_Return, waits=True)
            return
        if panel.chosen():
            self._press(page.grid, Qt.Key.Key_Delete, waits=True)
            if not panel.chosen():  # others may be proposed now, but none of them is chosen for sure
                self._type(wanted)
                return
        for place, tag in enumerate(panel.offered()):
            if tag in panel.chosen():
                self._press(page.grid, Qt.Key(Qt.Key.Key_1 + place))
        self._type(wanted)

    def _way_to(self, place: int) -> list[Qt.Key]:
        """The fewest arrow keys from the current tile; Left and Right go around."""
        count, grid = self._page.model.rowCount(), self._page.grid
        tops = [grid.visualRect(self._page.model.index(row)).top() for row in range(count)]
        columns = tops.count(tops[0])
        start = grid.currentIndex().row()
        ways: dict[int, list[Qt.Key]] = {start: []}
        waiting = [start]
        while place not in ways:
            row = waiting.pop(0)
            steps = [(Qt.Key.Key_Left, (row - 1) % count), (Qt.Key.Key_Right, (row + 1) % count)]
            steps += [(Qt.Key.Key_Up, row - columns)] if row >= columns else []
            steps += [(Qt.Key.Key_Down, row + columns)] if row + columns < count else []
            for key, following in steps:
                if following not in ways:
                    ways[following] = [*ways[row], key]
                    waiting.append(following)
        return ways[place]

    def _type(self, wanted: str) -> None:
        page, field = self._page, self._page.panel.field
        QTest.keyClicks(page.grid, wanted[0])
        self.effort.keys += 1 + type_until(field, wanted, typed=1)
        self._press(field, Qt.Key.Key_Return, waits=True)

    def _press(self, widget: QWidget, key: Qt.Key, *, waits: bool = False) -> None:
        QTest.keyClick(widget, key)
        self.effort.keys += 1
        if waits:
            start = time.perf_counter()
            _wait(self._app, lambda: not self._page.is_working)
            self.effort.program_s += time.perf_counter() - start


def type_until(field: TagField, wanted: str, *, typed: int = 0) -> int:
    """Type ``wanted`` until the line has it, completed or not; returns how many keys that took."""
    keys = 0
    while field.tags() != [wanted]:
        if typed < len(wanted):
            QTest.keyClicks(field, wanted[typed])
            typed += 1
        else:  # a longer tag was completed behind it
            QTest.keyClick(field, Qt.Key.Key_Delete)
        keys += 1
    return keys


def _tag_through_the_page(app: QApplication, shop: Path, deserved: dict[int, str], home: Path) -> Effort:
    settings = Settings(language="en", theme="light", guide_seen=True)
    engine = engine_for(shop, settings)
    desktop = build_desktop(app, engine, settings, home / "settings.json")
    opened: list[object] = []
    desktop.engine_thread.signals.opened.connect(opened.append)
    desktop.window.show()
    _wait(app, lambda: bool(opened))
    page = desktop.window.show_page("tagging")
    assert isinstance(page, TaggingPage)
    start = time.perf_counter()
    _wait(app, lambda: page.step is not None)
    clerk = Clerk(app, page, deserved)
    clerk.effort.program_s = time.perf_counter() - start
    clerk.tag_everything()
    assert page.step is not None and page.step.tagged == len(deserved)
    desktop.close()
    return clerk.effort


def _one_by_one(deserved: list[str]) -> Effort:
    """The same line with the same completion, for each product."""
    field, given, effort = TagField(), Counter[str](), Effort()
    for wanted in deserved:
        field.offer([tag for tag, _ in sorted(given.items(), key=lambda pair: (-pair[1], pair[0]))])
        effort.keys += type_until(field, wanted) + 1
        effort.decisions += 1
        field.clear()
        given[wanted] += 1
    return effort


def _print_grouping_times() -> None:
    """Drawn vectors: twenty products around each of many directions."""
    print(f"\n{'products':<12}{'grouping s':>12}{'processor s':>13}{'groups':>9}")
    generator = np.random.default_rng(0)
    for count in (1_000, 10_000, 50_000):
        centres = unit(generator.standard_normal((count // 20, 96)).astype(np.float32))
        noise = 0.07 * generator.standard_normal((count, 96)).astype(np.float32)
        vectors = unit(np.repeat(centres, 20, axis=0) + noise)
        likeness_map = LikenessMap(np.arange(count), vectors)
        start, worked = time.perf_counter(), time.process_time()
        groups = group_alike(likeness_map, likeness_map.product_ids)
        seconds, worked = time.perf_counter() - start, time.process_time() - worked
        print(f"{count:<12,}{seconds:>12.2f}{worked:>13.2f}{len(groups):>9,}")


def _wait(app: QApplication, condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not condition():
        if time.monotonic() > end:
            sys.exit("The window did not get there in time.")
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    sys.exit(main())
