"""How long a search takes while photos are being imported, and whether its answer stays right.

    python benchmarks/concurrency.py [--photos 10000] [--json]

A shop of some hundred drawn products is searched by its own photos, first while nothing else goes on, then
while an import runs in another thread; between two searches the clerk waits a moment. The photos are drawn
at 800 pixels, as web shops keep them.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.ingest.product_import import import_entries
from core.search.answering import answer
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop

BEFORE = 200
PAUSE = 0.1  # seconds between two searches
SIDE = 800


@dataclass
class Searches:
    """What came of some searches."""

    milliseconds: list[float] = field(default_factory=list)
    steps: dict[str, list[float]] = field(default_factory=dict)
    wrong: int = 0
    errors: list[BaseException] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--photos", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="snapshelf-concurrency-") as temporary:
        figures = measure(Path(temporary), arguments.photos)
    print(json.dumps(figures, indent=2) if arguments.json else as_table(figures))


def measure(folder: Path, photos: int) -> dict[str, float]:
    """Import ``photos`` photos into a shop that is searched meanwhile."""
    first, later = list(draw_entries(folder, 0, BEFORE)), list(draw_entries(folder, BEFORE, photos))
    with open_shop(folder / "shop", create=True, device="cpu") as shop:
        import_entries(shop, first)
        search_while(shop, first, duration=2)  # warms up
        idle = search_while(shop, first, duration=15)
        importing = threading.Event()
        busy, seconds = Searches(), 0.0

        def run_import() -> None:
            nonlocal seconds
            start = time.perf_counter()
            try:
                import_entries(shop, later)
            finally:
                seconds = time.perf_counter() - start
                importing.set()

        worker = threading.Thread(target=run_import)
        worker.start()
        busy = search_while(shop, first, until=importing)
        worker.join()
        count = shop.index().count
    assert not idle.errors and not busy.errors, (idle.errors + busy.errors)[0]
    assert count == BEFORE + photos
    figures = {
        "photos": float(photos),
        "import_s": seconds,
        "photos_per_s": photos / seconds,
        "searches_meanwhile": float(len(busy.milliseconds)),
        "wrong_answers": float(idle.wrong + busy.wrong),
        "idle_median_ms": statistics.median(idle.milliseconds),
        "idle_p95_ms": float(np.percentile(idle.milliseconds, 95)),
        "importing_median_ms": statistics.median(busy.milliseconds),
        "importing_p95_ms": float(np.percentile(busy.milliseconds, 95)),
    }
    for step in ("decode", "embed", "index"):
        figures[f"idle_{step}_ms"] = statistics.median(idle.steps[step])
        figures[f"importing_{step}_ms"] = statistics.median(busy.steps[step])
    figures["ratio_of_medians"] = figures["importing_median_ms"] / figures["idle_median_ms"]
    return figures


def search_while(
    shop: Shop, entries: list[Entry], *, duration: float = 1e9, until: threading.Event | None = None
) -> Searches:
    """Search by one product's own photo after the other, for a time or until something has ended."""
    searches, end, number = Searches(), time.perf_counter() + duration, 0
    while time.perf_counter() < end and not (until and until.is_set()):
        entry = entries[(number * 37) % len(entries)]
        number += 1
        start = time.perf_counter()
        try:
            found = answer(shop, see(shop, [entry.photos[0].path]))
        except Exception as error:
            searches.errors.append(error)
            break
        searches.milliseconds.append((time.perf_counter() - start) * 1000)
        for step in ("decode", "embed", "index"):
            searches.steps.setdefault(step, []).append(getattr(found.timings, step))
        searches.wrong += found.results[0].sku != entry.draft.sku
        time.sleep(PAUSE)
    return searches


def draw_entries(folder: Path, start: int, count: int) -> Iterator[Entry]:
    """Products with one drawn photo each: a few coloured shapes on a light ground, as JPEG files."""
    for number in range(start, start + count):
        path = folder / "pictures" / f"{number % 100:02d}" / f"{number}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(np.random.default_rng(number)).save(path, quality=90)
        yield Entry(number, ProductDraft(f"SKU-{number}"), (PhotoSource(path, path.name),))


def draw(chance: np.random.Generator) -> Image.Image:
    """One picture."""
    image = Image.new("RGB", (SIDE, SIDE), tuple(chance.integers(200, 256, 3).tolist()))
    pencil = ImageDraw.Draw(image)
    for _ in range(int(chance.integers(3, 7))):
        left, top = chance.integers(0, SIDE * 2 // 3, 2).tolist()
        width, height = chance.integers(SIDE // 8, SIDE // 2, 2).tolist()
        shape = (pencil.ellipse, pencil.rectangle)[int(chance.integers(2))]
        colour = tuple(chance.integers(0, 256, 3).tolist())
        shape((left, top, left + width, top + height), fill=colour, outline=(20, 20, 20), width=5)
    return image


def as_table(figures: dict[str, float]) -> str:
    """For people."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    lines = [f"{os.cpu_count()} cores, load average at the end {load}"]
    lines += [f"{name:24}{value:10.2f}" for name, value in figures.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
