"""A shop of 100,000 products: how long everything takes, and how much memory.

    python benchmarks/large_catalog.py [--products N] [--folder DIR] [--json]

The products come in by the real import of a generated table. Each then gets one photo row (of a handful of
tiny files) and one vector, spread as those of real photos are (core/measuring/index_benchmark/data.py),
because a hundred thousand pictures would measure the network. Each step runs in a process of its own, so that
its peak memory is its own, and so that nothing is warm but the system's file cache.
"""

import argparse
import contextlib
import csv
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.care.archive import write_archive
from core.care.check import check_shop
from core.catalog.lists.filters import Filter, matching_photo_ids, parse_filter
from core.catalog.lists.listing import SortBy, ordered_ids
from core.catalog.lists.text_search import find_products
from core.catalog.photos.photos import PhotoFile, add_photo, products_of_photos
from core.catalog.photos.vectors import store_vectors
from core.catalog.products.products import Product, products_by_ids
from core.catalog.tables.export import export_table
from core.embedding.networks.efficientnet_lite import LITE2
from core.ingest.table import import_table
from core.measuring.index_benchmark.data import make_data
from core.shop.opening import open_shop
from core.shop.shop import Shop

CATEGORIES = ("Juice", "Milk", "Tea", "Coffee", "Toys", "Stationery", "Care", "果汁", "牛奶", "茶叶")
WORDS = (
    "green", "oat", "apple", "dark", "mild", "organic", "large", "small", "ceramic", "paper", "wild", "red",
    "苹果", "红茶", "绿色", "大号", "carton", "bottle", "mug", "pencil", "soap", "train", "biscuit", "honey",
)  # fmt: skip
COLUMNS = (
    "sku", "title", "description", "category", "brand", "price", "currency", "stock", "location", "tags",
    "supplier",
)  # fmt: skip
QUERIES = 50
PAGE = 100

Figures = dict[str, float]
_T = TypeVar("_T")


def main() -> None:
    """Measure and print; with ``--step``, be the process of one step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder if not given")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        figures = STEPS[arguments.step](arguments.folder, arguments.products)
        figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(figures))
        return
    with working_folder(arguments.folder) as folder:
        report = {step: run_step(step, folder, arguments.products) for step in STEPS}
    print(json.dumps(report, indent=2) if arguments.json else as_table(report, arguments.products))


@contextlib.contextmanager
def working_folder(given: Path | None) -> Iterator[Path]:
    """The folder that was given, kept; or a temporary one."""
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="snapshelf-large-") as temporary:
        yield Path(temporary)


def run_step(step: str, folder: Path, products: int) -> Figures:
    """One step in a process of its own."""
    command = [sys.executable, __file__, "--step", step, "--folder", str(folder), "--products", str(products)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def step_make(folder: Path, products: int) -> Figures:
    """What everything is measured with: the table, and the vectors with their queries."""
    start = time.perf_counter()
    chance = random.Random(0)
    with (folder / "products.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(products):
            words = chance.sample(WORDS, 3)
            writer.writerow(
                [
                    f"AB-{number:06d}",
                    f"{' '.join(words)} {number}",
                    " ".join(chance.choices(WORDS, k=12)),
                    chance.choice(CATEGORIES),
                    f"Brand {chance.randrange(500)}",
                    f"{chance.randrange(50, 9000) / 100:.2f}",
                    "EUR",
                    chance.randrange(0, 40),
                    f"{chance.choice('ABCDEFGH')}-{chance.randrange(30)}",
                    "; ".join(chance.sample(["new", "sale", "organic", "gift"], chance.randrange(3))),
                    f"Supplier {chance.randrange(80)}",
                ]
            )
    make_data(folder, products, LITE2.parts[0].length, QUERIES)
    return {"make_s": time.perf_counter() - start}


def step_import(folder: Path, _products: int) -> Figures:
    """The real import of the table into a new shop."""
    shutil.rmtree(folder / "shop", ignore_errors=True)
    with open_shop(folder / "shop", create=True) as shop:
        report, seconds = timed(lambda: import_table(shop, folder / "products.csv", who="benchmark"))
    return {"table_import_s": seconds, "products_per_s": report.products / seconds}


def step_import_again(folder: Path, _products: int) -> Figures:
    """The same table once more: everything is compared, nothing changes."""
    with open_shop(folder / "shop") as shop:
        report, seconds = timed(lambda: import_table(shop, folder / "products.csv", who="benchmark"))
    assert report.unchanged == report.products
    return {"same_table_again_s": seconds}


def step_photos(folder: Path, products: int) -> Figures:
    """A photo row and a vector for each product."""
    vectors = np.load(folder / "vectors.npy", mmap_mode="r")
    with open_shop(folder / "shop") as shop:
        files = [shop.files.add(Image.new("RGB", (32, 32), (30 * n, 90, 200 - 20 * n))) for n in range(8)]
        product_ids = ordered_ids(shop.catalog, sort=SortBy.SKU).tolist()
        start = time.perf_counter()
        for first in range(0, products, 1000):
            photo_ids = []
            with shop.catalog.transaction():
                for number in range(first, min(first + 1000, products)):
                    stored = files[number % len(files)]
                    file = PhotoFile(stored.sha256, stored.width, stored.height, "", f"{number}.jpg")
                    photo_ids.append(add_photo(shop.catalog, product_ids[number], file).photo.id)
                some = whole(vectors[first : first + 1000])
                store_vectors(shop.catalog, shop.spec.fingerprint, photo_ids, some)
        seconds = time.perf_counter() - start
    return {"photo_rows_and_vectors_s": seconds}


def step_index(folder: Path, _products: int) -> Figures:
    """The first opening, when there is no generation yet, and the building of one."""
    with open_shop(folder / "shop") as shop:
        _, opening = timed(shop.index)
        _, building = timed(shop.rebuild_index)
    size = sum(path.stat().st_size for path in (folder / "shop" / "index").rglob("*") if path.is_file())
    return {"open_without_index_s": opening, "build_generation_s": building, "index_mb": size / 1e6}


def step_open(folder: Path, products: int) -> Figures:
    """What the window waits for before it can search, without the network's loading."""
    shop, catalog_seconds = timed(lambda: open_shop(folder / "shop"))
    with shop:
        index, index_seconds = timed(shop.index)
        assert index.count == products
        _, first = timed(lambda: nearest(shop, whole(np.load(folder / "queries.npy"))[0]))
    return {
        "open_catalog_s": catalog_seconds,
        "open_index_s": index_seconds,
        "open_s": catalog_seconds + index_seconds,
        "first_picture_search_ms": first * 1000,
    }


def step_list(folder: Path, products: int) -> Figures:
    """Pages of lists: the first and the last, sorted and filtered."""
    with open_shop(folder / "shop", write=False) as shop:
        catalog = shop.catalog
        some = parse_filter(["category=Juice", "price<20", "stock>0"])

        def page(filter_: Filter, start: int) -> list[Product]:
            ids = ordered_ids(catalog, filter_, SortBy.PRICE)
            return products_by_ids(catalog, ids[start : start + PAGE].tolist())

        last, matching = products - PAGE, len(ordered_ids(catalog, some, SortBy.PRICE)) - PAGE
        return {
            "first_page_ms": median_ms(lambda: page(Filter(), 0)),
            "last_page_ms": median_ms(lambda: page(Filter(), last)),
            "filtered_first_page_ms": median_ms(lambda: page(some, 0)),
            "filtered_last_page_ms": median_ms(lambda: page(some, matching)),
            "whole_order_ms": median_ms(lambda: ordered_ids(catalog, sort=SortBy.TITLE)),
        }


def step_text(folder: Path, products: int) -> Figures:
    """Text searches, each found to find something."""
    number = products // 2
    texts = {
        "english_word_ms": "ceramic",
        "english_words_ms": f"honey {number}",
        "chinese_ms": "苹果",
        "sku_ms": f"AB-{number:06d}",
        "sku_typo_ms": f"AB{number:06d}9",
        "inside_a_word_ms": "eramic",
        "nothing_ms": "zzzzqqq",
    }
    with open_shop(folder / "shop", write=False) as shop:
        figures = {}
        for name, text in texts.items():
            assert name in ("nothing_ms", "english_words_ms") or find_products(shop.catalog, text), text
            figures[name] = median_ms(partial(find_products, shop.catalog, text))
        filter_ = Filter(categories=("Juice",), in_stock=True)
        figures["filtered_word_ms"] = median_ms(lambda: find_products(shop.catalog, "ceramic", filter_))
    return figures


def step_picture(folder: Path, _products: int) -> Figures:
    """Picture searches by vector: the index's part, and the grouping into products."""
    queries, truth = whole(np.load(folder / "queries.npy")), np.load(folder / "truth.npy")
    with open_shop(folder / "shop", write=False) as shop:
        ids = shop.index().ids()
        nearest(shop, queries[0])
        found, times, grouped, filtered = [], [], [], []
        for query, true_rows in zip(queries, truth, strict=True):
            neighbours, seconds = timed(partial(shop.index().search, query, 10))
            times.append(seconds * 1000)
            wanted = set(ids[true_rows].tolist())
            found.append(len(wanted & {neighbour.photo_id for neighbour in neighbours}) / len(wanted))
            grouped.append(timed(partial(nearest, shop, query))[1] * 1000)
        choosing, choice = [], parse_filter(["category=Juice", "price<20", "stock>0"])
        for query in queries:
            allowed, seconds = timed(lambda: matching_photo_ids(shop.catalog, choice))
            choosing.append(seconds * 1000)
            results, seconds = timed(partial(nearest, shop, query, allowed))
            filtered.append(seconds * 1000)
            assert results == 10
    return {
        "index_median_ms": statistics.median(times),
        "index_p95_ms": float(np.percentile(times, 95)),
        "recall_at_10": statistics.fmean(found),
        "with_products_median_ms": statistics.median(grouped),
        "filter_median_ms": statistics.median(choosing),
        "filtered_search_median_ms": statistics.median(filtered),
    }


def whole(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The first parts of vectors, which a shop without a lesson compares, with the other parts empty."""
    return np.pad(vectors, ((0, 0), (0, LITE2.dim - vectors.shape[1])))


def nearest(shop: Shop, query: NDArray[np.float32], allowed: NDArray[np.int64] | None = None) -> int:
    """A picture search from its vector on, as core/search/nearest.py does it; how many products came."""
    groups = shop.index().search_grouped(
        query, 50, lambda photo_ids: products_of_photos(shop.catalog, photo_ids), allowed
    )
    return len(products_by_ids(shop.catalog, [group.key for group in groups[:10]]))


def step_export_csv(folder: Path, _products: int) -> Figures:
    """Export to CSV."""
    return export(folder, "csv")


def step_export_xlsx(folder: Path, _products: int) -> Figures:
    """Export to XLSX."""
    return export(folder, "xlsx")


def export(folder: Path, ending: str) -> Figures:
    """Export everything to a table of that kind."""
    target = folder / f"export.{ending}"
    with open_shop(folder / "shop", write=False) as shop:
        _, seconds = timed(lambda: export_table(shop.catalog, target, lambda sha256: f"photos/{sha256}.jpg"))
    return {f"export_{ending}_s": seconds, f"{ending}_mb": target.stat().st_size / 1e6}


def step_check(folder: Path, _products: int) -> Figures:
    """Check everything."""
    with open_shop(folder / "shop") as shop:
        found, seconds = timed(lambda: check_shop(shop))
    assert found.ok, [str(sentence) for sentence in found.sentences]
    return {"check_s": seconds}


def step_backup(folder: Path, _products: int) -> Figures:
    """The whole shop in one verified file."""
    with open_shop(folder / "shop", write=False) as shop:
        done, seconds = timed(lambda: write_archive(shop.catalog, shop.folder, folder / "backup.zip"))
    catalog = (folder / "shop" / "catalog.db").stat().st_size
    return {"backup_s": seconds, "backup_mb": done.size / 1e6, "catalog_mb": catalog / 1e6}


STEPS: dict[str, Callable[[Path, int], Figures]] = {
    "make": step_make,
    "import": step_import,
    "import_again": step_import_again,
    "photos": step_photos,
    "index": step_index,
    "open": step_open,
    "list": step_list,
    "text": step_text,
    "picture": step_picture,
    "export_csv": step_export_csv,
    "export_xlsx": step_export_xlsx,
    "check": step_check,
    "backup": step_backup,
}


def timed(step: Callable[[], _T]) -> tuple[_T, float]:
    """What ``step`` returned, and the seconds that it took."""
    start = time.perf_counter()
    value = step()
    return value, time.perf_counter() - start


def median_ms(step: Callable[[], object], times: int = 9) -> float:
    """The median of some runs, in milliseconds."""
    return statistics.median(timed(step)[1] for _ in range(times)) * 1000


def as_table(report: dict[str, Figures], products: int) -> str:
    """For people."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    lines = [f"{products} products, {os.cpu_count()} cores, load average at the end {load}"]
    for step, figures in report.items():
        lines.append(f"{step:14} (peak memory {figures['peak_mb']:.0f} MB)")
        lines += [f"    {name:28}{value:12.2f}" for name, value in figures.items() if name != "peak_mb"]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
