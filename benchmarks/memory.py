"""What the window takes of the memory with 100, 10,000 and 100,000 products: after a search, and at its peak.

    python benchmarks/memory.py [--products N …] [--runs N] [--json]

Products are made up, each with a photo and a drawn vector (core/measuring/index_benchmark/data.py); the
window is driven as a user would (tests/end_to_end/query_scenarios.py): the shop opens, a photo is dropped,
the answer is read. In MB, of one process, libraries that other programs have loaded, too, included. On
Linux alone: it is asked for its account in /proc.
"""

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.startup import drive
from benchmarks.text_search import fill
from core.care.demo_shop import demo_counter_photos
from core.catalog.lists.listing import SortBy, ordered_ids
from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.photos.vectors import store_vectors
from core.measuring.index_benchmark.data import photo_vectors
from core.shop.opening import open_shop

AT_ONCE = 2000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--products", type=int, nargs="*", default=[100, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if not Path("/proc/self/status").exists():
        parser.exit(1, "This system keeps no /proc/self/status, where the memory is read.\n")
    figures = {products: measure(products, arguments.runs) for products in arguments.products}
    if arguments.json:
        print(json.dumps(figures, indent=2))
        return
    for products, (searched, peak) in figures.items():
        print(f"{products:8,} products: {searched:6.0f} MB after a search, {peak:6.0f} MB at the peak")


def measure(products: int, runs: int) -> tuple[float, float]:
    """MB after a search and at the peak, medians of several starts."""
    photo = demo_counter_photos(1)[0]
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "shop"
        make_shop(shop, products)
        seen = [drive(shop, photo, Path(folder))["memory_mb"] for _run in range(runs)]
    return statistics.median(one["now"] for one in seen), statistics.median(one["peak"] for one in seen)


def make_shop(folder: Path, products: int) -> None:
    """A shop of ``products``, each with a photo of its own that is one of eight pictures."""
    drawn = np.random.default_rng(0)
    with open_shop(folder, create=True, device="cpu") as shop:
        fill(shop.catalog, products)
        owners = ordered_ids(shop.catalog, sort=SortBy.SKU).tolist()
        files = [shop.files.add(Image.new("RGB", (64, 64), (30 * n, 90, 200 - 20 * n))) for n in range(8)]
        length = shop.spec.parts[0].length
        for first in range(0, products, AT_ONCE):
            own = owners[first : first + AT_ONCE]
            vectors = photo_vectors(drawn, np.array(own, np.int64), length)
            whole = np.pad(vectors, ((0, 0), (0, shop.spec.dim - length)))
            with shop.catalog.transaction():
                ids = []
                for number, owner in enumerate(own):
                    stored = files[number % len(files)]
                    file = PhotoFile(stored.sha256, stored.width, stored.height, "", f"{owner}.jpg")
                    ids.append(add_photo(shop.catalog, owner, file).photo.id)
                store_vectors(shop.catalog, shop.spec.fingerprint, ids, whole)
        shop.rebuild_index()


if __name__ == "__main__":
    main()
