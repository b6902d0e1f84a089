"""What a query gains by regions that are proposed, and by several pictures of one thing.

    python benchmarks/query_pictures.py [DIR] [--shop DIR] [--photos N]

DIR is the grocery data set (catalog.csv, shop_photos.csv); without it SNAPSHELF_GROCERY or the folder
shared/data/grocery beside the repository. --shop takes a shop that holds both already. The photos of
queries_val.csv are not looked at. Without a lesson: the pooled features, cosine, a product's best photo.
Two shops: one with its catalog photos alone, and one with the shop photos too, in five folds with look-alike
photos kept together (core/learning/look_alikes.py). Several pictures are tried after a quick lesson, too.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.catalog.photos.photos import PhotoKind, photos_by_ids  # noqa: E402
from core.catalog.photos.vectors import searchable_photos, vectors_of  # noqa: E402
from core.embedding.backbone import BackboneSpec  # noqa: E402
from core.imaging.cut import Cut, apply_cut  # noqa: E402
from core.imaging.decode import decode_file  # noqa: E402
from core.imaging.query_looks import QUERY_SIDE  # noqa: E402
from core.imaging.regions import MOST_REGIONS, propose_regions  # noqa: E402
from core.ingest.photo_table import add_photos  # noqa: E402
from core.ingest.table import import_table  # noqa: E402
from core.learning.examples import Examples  # noqa: E402
from core.learning.look_alikes import look_alike_groups, spread_over_folds  # noqa: E402
from core.learning.quick import learn_projection  # noqa: E402
from core.models.shop_model import plain_model  # noqa: E402
from core.search.see import embed_picture  # noqa: E402
from core.shop.opening import open_shop  # noqa: E402
from core.shop.shop import Shop  # noqa: E402

FOLDS = 5
SHOPS = ("catalog photos", "shop photos")
Rows = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Photos:
    """Shop photos in step, n of them, and the catalog's.

    Attributes:
        vectors: (n, dim), unit length.
        products: (n,), places in ``catalog``.
        folds: (n,).
        paths: of their files.
        catalog: (products, dim): a catalog photo each, unit length.
        cosines: (n, n), of all shop photos with each other.
        raw, raw_catalog: what the network gave, for a lesson.
    """

    vectors: Rows
    products: Numbers
    folds: Numbers
    paths: tuple[Path, ...]
    catalog: Rows
    cosines: Rows
    raw: Rows
    raw_catalog: Rows

    def scores(self, queries: Rows, shop: str, fold: int, cosines: Rows) -> Rows:
        """Best cosine of each product with each query, (queries, products); without photos of ``fold``.

        Args:
            cosines: of the queries with all shop photos, (queries, n).
        """
        best = queries @ self.catalog.T
        if shop == "shop photos":
            there = np.flatnonzero(self.folds != fold)  # the photos are in the order of their products
            present, starts = np.unique(self.products[there], return_index=True)
            nearest = np.maximum.reduceat(cosines[:, there], starts, axis=1)
            best[:, present] = np.maximum(best[:, present], nearest)
        return best


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=None, metavar="DIR")
    parser.add_argument("--shop", type=Path, default=None, metavar="DIR")
    parser.add_argument("--photos", type=int, default=440, metavar="N", help="of which regions are tried")
    arguments = parser.parse_args()
    folder = arguments.folder or Path(
        os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    )
    with ExitStack() as stack:
        if arguments.shop is not None:
            shop = stack.enter_context(open_shop(arguments.shop))
        else:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            shop = stack.enter_context(open_shop(home / "shop", create=True))
            import_table(shop, folder / "catalog.csv")
            add_photos(shop, folder / "shop_photos.csv")
        photos = read_photos(shop)
        bench_several(photos, shop.spec)
        bench_regions(photos, shop, arguments.photos)
    return 0


def read_photos(shop: Shop) -> Photos:
    """The shop's photos by their kind."""
    fingerprint = shop.spec.fingerprint
    ids = searchable_photos(shop.catalog, fingerprint).ids
    batch = vectors_of(shop.catalog, fingerprint, ids)
    raw = batch.vectors.astype(np.float32)
    vectors = _compared(shop, raw)
    found = {photo.id: photo for photo in photos_by_ids(shop.catalog, batch.ids.tolist())}
    ordered = [found[one] for one in batch.ids.tolist()]
    own = np.array([photo.product_id for photo in ordered])
    is_catalog = np.array([photo.kind is PhotoKind.CATALOG for photo in ordered])
    product_ids, first = np.unique(own[is_catalog], return_index=True)
    places = np.flatnonzero(~is_catalog & np.isin(own, product_ids))
    places = places[np.argsort(own[places], kind="stable")]
    products = np.searchsorted(product_ids, own[places])
    taken = vectors[places]
    return Photos(
        taken,
        products,
        spread_over_folds(look_alike_groups(taken, products), products, FOLDS),
        tuple(shop.files.path(ordered[place].sha256) for place in places.tolist()),
        vectors[np.flatnonzero(is_catalog)[first]],
        taken @ taken.T,
        raw[places],
        raw[np.flatnonzero(is_catalog)[first]],
    )


def bench_several(photos: Photos, spec: BackboneSpec) -> None:
    """Pairs and triples of photos of one product, drawn from one fold, by each way to merge them."""
    generator = np.random.default_rng(0)
    draws = {size: _draws(photos, size, generator) for size in (2, 3)}
    learned = [_after_lesson(photos, fold, spec) for fold in range(FOLDS)]
    searched = {
        "catalog photos": ("catalog photos", [photos] * FOLDS),
        "shop photos": ("shop photos", [photos] * FOLDS),
        "and a quick lesson": ("shop photos", learned),
    }
    print(f"{'several pictures of one thing':<34}{'shop':<20}{'pictures':>9}{'top-1':>8}{'top-5':>8}")
    for size, drawn in draws.items():
        for way in ("each for itself", "mean of the vectors", "best score a product"):
            for name, (shop, by_fold) in searched.items():
                ranks = [rank for draw in drawn for rank in _merged(by_fold, draw, way, shop)]
                print(f"{way:<34}{name:<20}{size:>9}{_top(ranks, 1):>8.3f}{_top(ranks, 5):>8.3f}", flush=True)
        print(f"{len(drawn)} draws of {size} photos")


def _merged(by_fold: Sequence[Photos], draw: Numbers, way: str, shop: str) -> list[int]:
    """Ranks of the right product: of each picture, or of all together."""
    fold = int(by_fold[0].folds[draw[0]])
    photos = by_fold[fold]
    queries, cosines = photos.vectors[draw], photos.cosines[draw]
    if way == "mean of the vectors":  # its length changes no order
        queries, cosines = queries.mean(0, keepdims=True), cosines.mean(0, keepdims=True)
    scores = photos.scores(queries, shop, fold, cosines)
    if way == "best score a product":
        scores = scores.max(axis=0, keepdims=True)
    return _ranks(scores, int(photos.products[draw[0]]))


def _after_lesson(photos: Photos, fold: int, spec: BackboneSpec) -> Photos:
    """The same photos by a quick lesson that was learned without those of ``fold``."""
    rest = photos.folds != fold
    vectors = np.concatenate([photos.raw_catalog, photos.raw[rest]])
    count = len(photos.raw_catalog)
    products = np.concatenate([np.arange(count), photos.products[rest]])
    examples = Examples(
        vectors,
        products,
        np.arange(len(vectors)) >= count,
        np.zeros(len(vectors), np.bool_),
        np.arange(len(vectors)),
    )
    projection = learn_projection(examples, spec)
    taken, catalog = (_unit(projection.apply(raw)) for raw in (photos.raw, photos.raw_catalog))
    return replace(photos, vectors=taken, catalog=catalog, cosines=taken @ taken.T)


def bench_regions(photos: Photos, shop: Shop, count: int) -> None:
    """The whole picture, the first region, the one most like a product, and the best in hindsight."""
    _model, network = shop.searched_by.now
    ways = ("the whole picture", "the first region", "whichever is most like a product", "best in hindsight")
    ranks: dict[tuple[str, str], list[int]] = {(way, name): [] for way in ways for name in SHOPS}
    proposed, seconds = [], []
    chosen = np.linspace(0, len(photos.paths) - 1, min(count, len(photos.paths))).astype(int)
    for place in chosen.tolist():
        image = decode_file(photos.paths[place], max_side=QUERY_SIDE)
        start = time.perf_counter()
        boxes = propose_regions(image)
        seconds.append(time.perf_counter() - start)
        proposed.append(len(boxes))
        vectors = [embed_picture(network, apply_cut(image, Cut(box))) for box in boxes]
        queries = np.stack([photos.vectors[place], *(_compared(shop, one[None])[0] for one in vectors)])
        for name in SHOPS:
            scores = photos.scores(queries, name, int(photos.folds[place]), queries @ photos.vectors.T)
            found = _ranks(scores, int(photos.products[place]))
            surest = int(scores.max(axis=1).argmax())
            picked = (found[0], found[min(1, len(found) - 1)], found[surest], min(found))
            for way, rank in zip(ways, picked, strict=True):
                ranks[way, name].append(rank)
    print(f"\n{'regions':<34}{'shop':<16}{'top-1':>8}{'top-5':>8}")
    for (way, name), found in ranks.items():
        print(f"{way:<34}{name:<16}{_top(found, 1):>8.3f}{_top(found, 5):>8.3f}")
    print(
        f"{len(chosen)} photos, {np.mean(proposed):.1f} of at most {MOST_REGIONS} regions each, "
        f"{np.median(seconds) * 1000:.0f} ms to propose them"
    )


def _compared(shop: Shop, vectors: Rows) -> Rows:
    """What a shop without a lesson compares of raw vectors, (n, dim), at unit length."""
    return _unit(np.asarray(plain_model(shop.spec).compared(vectors), np.float32))


def _unit(vectors: Rows) -> Rows:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _ranks(scores: Rows, product: int) -> list[int]:
    ranks: list[int] = (1 + (scores > scores[:, [product]]).sum(axis=1)).tolist()
    return ranks


def _draws(photos: Photos, size: int, generator: np.random.Generator) -> list[Numbers]:
    """Places of ``size`` photos of one product in one fold: each photo once with others at random."""
    draws = []
    for place in range(len(photos.products)):
        alike = np.flatnonzero(
            (photos.products == photos.products[place]) & (photos.folds == photos.folds[place])
        )
        others = alike[alike != place]
        if len(others) >= size - 1:
            draws.append(np.append(place, generator.choice(others, size - 1, replace=False)))
    return draws


def _top(ranks: Sequence[int], count: int) -> float:
    return float(np.mean(np.array(ranks) <= count))


if __name__ == "__main__":
    sys.exit(main())
