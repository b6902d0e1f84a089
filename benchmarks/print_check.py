"""What the look at the print is worth where catalog photos are all there is: ours beside OpenCV's.

    python benchmarks/print_check.py [DIR] [--photos N]

DIR is the grocery data set (catalog.csv, shop_photos.csv); without it SNAPSHELF_GROCERY or the folder
shared/data/grocery beside the repository. The photos of queries_val.csv are not looked at. The ten products
are those of the program's own ranking, without a lesson. How many points agree by chance and what a further
one is worth is chosen on one half of the photos and reported on the other, both ways. Times are of the
processor; for one core's, set OPENBLAS_NUM_THREADS=1. OpenCV comes with the extra ``bench``; without it, its
row is left out.
"""

import argparse
import csv
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.catalog.photos.photos import photos_of_products  # noqa: E402
from core.imaging.decode import decode_file  # noqa: E402
from core.imaging.query_looks import QUERY_SIDE  # noqa: E402
from core.ingest.table import import_table  # noqa: E402
from core.models.verdict import MATCH_AT  # noqa: E402
from core.print.sift import MOST_POINTS, SIDE, sift_points  # noqa: E402
from core.print.verification import LEAST_MATCHES, RATIO, agreeing_points  # noqa: E402
from core.search.answering import answer  # noqa: E402
from core.search.see import see  # noqa: E402
from core.search.witnesses.print import CHANCE, FULL, PRINT, WORTH, evidence  # noqa: E402
from core.search.witnesses.witness import CLOSER_CANDIDATES as CANDIDATES  # noqa: E402
from core.shop.opening import open_shop  # noqa: E402
from core.shop.shop import Shop  # noqa: E402

CHANCES = range(4, 11)
WORTHS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to find points and to count those that agree."""

    name: str
    points: Callable[[Image.Image], Any]
    agreeing: Callable[[Any, Any], int]


@dataclass(slots=True)
class Seen:
    """What one way saw: counts (queries, candidates) and milliseconds a query."""

    counts: NDArray[np.int64]
    points_ms: list[float]
    agreeing_ms: list[float]


def opencv() -> Way:
    """SIFT and the perspective as OpenCV has them, with our size, ratio and tolerance."""
    cv2 = import_module("cv2")
    cv2.setNumThreads(1)

    def points(image: Image.Image) -> Any:
        grey = image.convert("L")
        grey.thumbnail((SIDE, SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
        found, raw = cv2.SIFT_create(nfeatures=MOST_POINTS).detectAndCompute(np.asarray(grey), None)
        if raw is None:
            return np.empty((0, 2), np.float32), np.empty((0, 128), np.float32)
        roots = np.sqrt(raw / np.maximum(raw.sum(axis=1, keepdims=True), 1e-12))
        return np.array([point.pt for point in found], np.float32), roots

    def agreeing(first: Any, second: Any) -> int:
        if min(len(first[0]), len(second[0])) < LEAST_MATCHES:
            return 0
        likeness = first[1] @ second[1].T
        best = likeness.argmax(axis=1)
        distance = np.sqrt(np.maximum(2 - 2 * np.partition(likeness, -2, axis=1)[:, -2:], 0))
        mutual = likeness.argmax(axis=0)[best] == np.arange(len(best))
        kept = np.flatnonzero((distance[:, 1] < RATIO * distance[:, 0]) & mutual)
        if len(kept) < LEAST_MATCHES:
            return 0
        _map, agrees = cv2.findHomography(
            first[0][kept], second[0][best[kept]], cv2.USAC_DEFAULT, 6.0, maxIters=800
        )
        count = 0 if agrees is None else int(agrees.sum())
        return count if count >= LEAST_MATCHES else 0

    return Way("OpenCV", points, agreeing)


def main() -> None:
    """Search, look at the print each way, print the table."""
    parser = argparse.ArgumentParser(description="What the look at the print is worth.")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--photos", type=int, default=400)
    options = parser.parse_args()
    default = os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    folder: Path = options.folder or Path(default)
    rows = list(csv.DictReader((folder / "shop_photos.csv").open(encoding="utf-8")))
    chosen = np.sort(
        np.random.default_rng(5).choice(len(rows), min(options.photos, len(rows)), replace=False)
    )
    ways = [Way("ours", sift_points, agreeing_points)]
    if find_spec("cv2") is not None:
        ways.insert(0, opencv())
    with tempfile.TemporaryDirectory() as place, open_shop(Path(place) / "shop", create=True) as shop:
        import_table(shop, folder / "catalog.csv")
        asked = [(rows[number]["sku"], folder / rows[number]["photo"]) for number in chosen.tolist()]
        right, odds, seen = look(shop, asked, ways)
    report(right, odds, ways, seen)


def look(
    shop: Shop, asked: list[tuple[str, Path]], ways: list[Way]
) -> tuple[NDArray[np.bool_], NDArray[np.float64], list[Seen]]:
    """Which candidates are right and their log-odds, (queries, candidates) each, and what each way saw."""
    right = np.zeros((len(asked), CANDIDATES), np.bool_)
    odds = np.full((len(asked), CANDIDATES), -np.inf)
    seen = [Seen(np.zeros((len(asked), CANDIDATES), np.int64), [], []) for _ in ways]
    known: list[dict[int, Any]] = [{} for _ in ways]
    for row, (sku, path) in enumerate(asked):
        image = decode_file(path, max_side=QUERY_SIDE)
        results = answer(shop, see(shop, [image]), count=CANDIDATES, without={PRINT.name}).results
        photos = photos_of_products(shop.catalog, [result.product_id for result in results])
        right[row, : len(results)] = [result.sku == sku for result in results]
        odds[row, : len(results)] = np.log([max(result.confidence, 1e-12) for result in results])
        for way, kept, own in zip(ways, known, seen, strict=True):
            for result in results:
                if result.product_id not in kept:
                    file = shop.files.path(photos[result.product_id][0].sha256)
                    kept[result.product_id] = way.points(decode_file(file, max_side=2 * SIDE))
            started = time.process_time()
            points = way.points(image)
            found = time.process_time()
            counts = [way.agreeing(points, kept[result.product_id]) for result in results]
            own.counts[row, : len(results)] = counts
            own.points_ms.append(1000 * (found - started))
            own.agreeing_ms.append(1000 * (time.process_time() - found))
    return right, odds, seen


def report(right: NDArray[np.bool_], odds: NDArray[np.float64], ways: list[Way], seen: list[Seen]) -> None:
    """Print top-1 as ranked and each way, and what it takes."""
    print(f"{len(right)} photos; top-1 as ranked {right[:, 0].mean():.3f}")
    half = np.random.default_rng(1).permutation(len(right)) % 2
    for way, own in zip(ways, seen, strict=True):
        first = {
            (chance, worth): right[np.arange(len(right)), best_places(odds, own.counts, chance, worth)]
            for chance, worth in product(CHANCES, WORTHS)
        }
        found = []
        for one in (0, 1):
            best = max(first, key=lambda pair: first[pair][half == one].mean())
            found.append(first[best][half != one])
        halves = float(np.concatenate(found).mean())
        print(
            f"{way.name:8} halves chosen by each other {halves:.3f}, as in the program"
            f" {first[CHANCE, WORTH].mean():.3f}; a query's points {np.median(own.points_ms):.0f} ms,"
            f" {CANDIDATES} products {np.median(own.agreeing_ms):.1f} ms"
        )
        for name, worth in (
            ("claimed with what a point is worth now", evidence),
            ("never more than full", capped),
        ):
            claimed, is_right = claims(right, odds + worth(own.counts))
            print(f"{'':8} {name}: {claimed.sum()} matches ({is_right.sum()} right)")


def best_places(
    odds: NDArray[np.float64], counts: NDArray[np.int64], chance: int, worth: float
) -> NDArray[np.int64]:
    """The candidate that comes first under a choice, (queries,)."""
    places: NDArray[np.int64] = np.argmax(odds + evidence(counts, chance, worth), axis=1)
    return places


def capped(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """What points beyond a full look were worth once: nothing."""
    return evidence(np.minimum(counts, CHANCE + FULL))


def claims(
    right: NDArray[np.bool_], odds: NDArray[np.float64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For which queries a match would be claimed, were none unknown, and for which of those rightly."""
    shares = np.exp(odds - odds.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    claimed: NDArray[np.bool_] = shares.max(axis=1) >= MATCH_AT
    return claimed, claimed & right[np.arange(len(right)), shares.argmax(axis=1)]


if __name__ == "__main__":
    main()
