"""What a query gains by regions that are proposed, and by several pictures of one thing.

    python tests/benchmarks/query_pictures.py [DIR] [--photos N]

DIR is the grocery data set (catalog.csv, shop_photos.csv); without it SNAPSHELF_GROCERY or the folder
shared/data/grocery beside the repository. The photos of queries_val.csv are not looked at. The backbone's raw
vectors, cosine, one vote a product (its best photo). Two shops: one with its catalog photos alone, and one
with the shop photos too, in five folds with look-alike photos kept together (core/learning/look_alikes.py).
"""

import argparse
import csv
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.imaging.cut import WHOLE, Cut, apply_cut  # noqa: E402
from core.imaging.decode import decode_file  # noqa: E402
from core.imaging.regions import MOST_REGIONS, propose_regions  # noqa: E402
from core.learning.look_alikes import look_alike_groups, spread_over_folds  # noqa: E402
from core.search import QUERY_SIDE, embed_picture  # noqa: E402
from core.shop_opening import open_shop  # noqa: E402

FOLDS = 5
DRAWS = 1000
Rows = NDArray[np.float32]


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=None, metavar="DIR")
    parser.add_argument("--photos", type=int, default=440, metavar="N", help="of which regions are tried")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    with tempfile.TemporaryDirectory() as home, open_shop(Path(home) / "shop", create=True) as shop:
        _model, network = shop.in_use

        def embed(path: Path, cut: Cut = WHOLE) -> Rows:
            vector = embed_picture(network, apply_cut(decode_file(path, max_side=QUERY_SIDE), cut))
            return np.asarray(vector / np.linalg.norm(vector), np.float32)

        skus, catalog = _read(folder, "catalog.csv", embed)
        numbers = {sku: number for number, sku in enumerate(skus)}
        photo_skus, photos = _read(folder, "shop_photos.csv", embed)
        products = np.array([numbers[sku] for sku in photo_skus])
        folds = spread_over_folds(look_alike_groups(photos, products), products, FOLDS)
        bench_several(catalog, photos, products, folds)
        paths = [folder / row["photo"] for row in _rows(folder / "shop_photos.csv")]
        chosen = np.linspace(0, len(paths) - 1, min(arguments.photos, len(paths))).astype(int)
        bench_regions(catalog, photos, products, folds, chosen, paths, embed)
    return 0


def bench_several(catalog: Rows, photos: Rows, products: NDArray[np.int64], folds: NDArray[np.int64]) -> None:
    """Pairs and triples of photos of one product, drawn from one fold, by each way to merge them."""
    print(f"{'several pictures of one thing':<32}{'shop':<16}{'pictures':>9}{'top-1':>8}{'top-5':>8}")
    generator = np.random.default_rng(0)
    for size in (2, 3):
        draws = _draws(products, folds, size, generator)
        for name in ("each for itself", "mean of the vectors", "best score a product"):
            for shop in ("catalog photos", "shop photos"):
                ranks = []
                for draw in draws:
                    queries = photos[draw]
                    if name == "mean of the vectors":
                        queries = queries.mean(axis=0, keepdims=True)
                    scores = _scores(queries, shop, catalog, photos, products, folds, int(folds[draw[0]]))
                    if name == "best score a product":
                        scores = scores.max(axis=0, keepdims=True)
                    ranks += _ranks(scores, int(products[draw[0]]))
                print(
                    f"{name:<32}{shop:<16}{size:>9}{_top(ranks, 1):>8.3f}{_top(ranks, 5):>8.3f}", flush=True
                )


def bench_regions(
    catalog: Rows,
    photos: Rows,
    products: NDArray[np.int64],
    folds: NDArray[np.int64],
    chosen: NDArray[np.int64],
    paths: Sequence[Path],
    embed: Callable[[Path, Cut], Rows],
) -> None:
    """The whole picture, the first region, the one most like a product, and the best in hindsight."""
    whole: dict[str, list[int]] = {"catalog photos": [], "shop photos": []}
    first, surest, hindsight = ({name: list[int]() for name in whole} for _ in range(3))
    proposed, seconds = [], []
    for place in chosen.tolist():
        image = decode_file(paths[place], max_side=512)
        start = time.perf_counter()
        boxes = propose_regions(image)
        seconds.append(time.perf_counter() - start)
        proposed.append(len(boxes))
        cuts = [embed(paths[place], Cut(box)) for box in boxes]
        queries = np.stack([photos[place], *cuts])
        for shop in whole:
            scores = _scores(queries, shop, catalog, photos, products, folds, int(folds[place]))
            ranks = _ranks(scores, int(products[place]))
            whole[shop].append(ranks[0])
            first[shop].append(ranks[min(1, len(ranks) - 1)])
            surest[shop].append(ranks[int(scores.max(axis=1).argmax())])
            hindsight[shop].append(min(ranks))
    print(f"\n{'regions':<32}{'shop':<16}{'top-1':>8}{'top-5':>8}")
    for name, found in (
        ("the whole picture", whole),
        ("the first region", first),
        ("whichever is most like a product", surest),
        ("the best of all, in hindsight", hindsight),
    ):
        for shop, ranks in found.items():
            print(f"{name:<32}{shop:<16}{_top(ranks, 1):>8.3f}{_top(ranks, 5):>8.3f}")
    print(
        f"{len(chosen)} photos, {np.mean(proposed):.1f} of at most {MOST_REGIONS} regions each, "
        f"{np.median(seconds) * 1000:.0f} ms to propose them"
    )


def _scores(
    queries: Rows,
    shop: str,
    catalog: Rows,
    photos: Rows,
    products: NDArray[np.int64],
    folds: NDArray[np.int64],
    fold: int,
) -> Rows:
    """Best cosine of each product with each query, (queries, products); photos of ``fold`` are not there."""
    lengths = np.linalg.norm(queries, axis=1, keepdims=True)
    directions = queries / lengths
    best = directions @ catalog.T
    if shop == "shop photos":
        there = np.flatnonzero(folds != fold)
        there = there[np.argsort(products[there], kind="stable")]
        present, starts = np.unique(products[there], return_index=True)
        nearest = np.maximum.reduceat(directions @ photos[there].T, starts, axis=1)
        best[:, present] = np.maximum(best[:, present], nearest)
    return np.asarray(best, np.float32)


def _ranks(scores: NDArray[np.floating], product: int) -> list[int]:
    own = scores[:, product][:, None]
    return (1 + (scores > own).sum(axis=1)).tolist()  # type: ignore[no-any-return]


def _draws(
    products: NDArray[np.int64], folds: NDArray[np.int64], size: int, generator: np.random.Generator
) -> list[NDArray[np.int64]]:
    """Places of ``size`` photos of one product in one fold, as often as the product has photos."""
    draws = []
    for place in generator.permutation(len(products))[:DRAWS].tolist():
        alike = np.flatnonzero((products == products[place]) & (folds == folds[place]))
        others = alike[alike != place]
        if len(others) >= size - 1:
            draws.append(np.append(place, generator.choice(others, size - 1, replace=False)))
    return draws


def _top(ranks: Sequence[int], count: int) -> float:
    return float(np.mean(np.array(ranks) <= count))


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _read(folder: Path, table: str, embed: Callable[[Path], Rows]) -> tuple[list[str], Rows]:
    rows = _rows(folder / table)
    return [row["sku"] for row in rows], np.stack([embed(folder / row["photo"]) for row in rows])


if __name__ == "__main__":
    sys.exit(main())
