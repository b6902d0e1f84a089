"""How well goods that are never sold are found by their pictures, and how often others are taken for them.

    python benchmarks/never_sell.py [DIR] [--pictures 1 3 8] [--network NAME]

DIR is the grocery data set (catalog.csv, shop_photos.csv); without it SNAPSHELF_GROCERY or the folder
shared/data/grocery beside the repository. Each product in turn is the forbidden one: its catalog photo and so
many of its shop photos are in the list, all its other photos are looked for among those of all products. The
rule is the program's (core/moderation/forbidden/pictured.py, likeness alone; no print), the photos are seen
by one look. Beside it a fixed cosine that is as often wrong. Then what is told of firearms, beer and wine on
all photos, none of which shows any.
"""

import argparse
import csv
import os
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core.embedding.classes import load_class_head  # noqa: E402
from core.embedding.loading import DEFAULT_BACKBONE, backbone_spec, load_backbone  # noqa: E402
from core.imaging.decode import decode_file  # noqa: E402
from core.imaging.preprocess import to_tensor  # noqa: E402
from core.models.projection import balanced  # noqa: E402
from core.moderation.forbidden.pictured import AHEAD, LEAST_ALIKE, SURELY_ALIKE  # noqa: E402
from core.moderation.forbidden.sorts import SORTS  # noqa: E402

BATCH = 16
Rows = NDArray[np.float32]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--pictures", nargs="+", type=int, default=[1, 3, 8])
    parser.add_argument("--network", default=DEFAULT_BACKBONE)
    arguments = parser.parse_args()
    default = os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    folder = arguments.folder or Path(default)
    catalog, shop = _photos(folder / "catalog.csv"), _photos(folder / "shop_photos.csv")
    files = [folder / photo for _sku, photo in (*catalog, *shop)]
    vectors = _vectors(files, arguments.network)
    spec = backbone_spec(arguments.network)
    rows = balanced(vectors, spec.parts)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    skus = [sku for sku, _photo in catalog]
    owners = np.array([skus.index(sku) for sku, _photo in shop])
    print(f"{spec.name}: {len(skus)} products, {len(shop)} photos")
    print("pictures  found  products  others told  | fixed cosine: found")
    for count in arguments.pictures:
        print(_line(count, rows[: len(skus)], rows[len(skus) :], owners))
    head = load_class_head(spec)
    if head is not None:
        shares = head.shares(vectors)
        for sort in SORTS:
            share = shares[:, list(sort.classes)].sum(axis=1)
            told = int((share >= sort.told_at).sum())
            print(f"{sort.name}: told on {told} of {len(files)} photos, highest share {share.max():.2f}")


def _photos(table: Path) -> list[tuple[str, str]]:
    with table.open(newline="", encoding="utf-8") as file:
        return [(row["sku"], row["photo"]) for row in csv.DictReader(file)]


def _vectors(files: list[Path], network: str) -> Rows:
    backbone = load_backbone(network, device="cpu")
    found = []
    for start in range(0, len(files), BATCH):
        pictures = [decode_file(path, max_side=1000) for path in files[start : start + BATCH]]
        recipe = backbone.spec.preprocessing
        found.append(backbone.embed(np.stack([to_tensor(picture, recipe) for picture in pictures])))
    backbone.close()
    return np.concatenate(found)


def _line(count: int, catalog: Rows, shop: Rows, owners: NDArray[np.int64]) -> str:
    """The rule and a fixed cosine, over all products that have enough photos."""
    random = np.random.default_rng(1)
    near = shop @ shop.T
    own, other = [], []
    for product in range(len(catalog)):
        photos = np.flatnonzero(owners == product)
        if len(photos) < count + 3:
            continue
        listed = random.choice(photos, count, replace=False)
        looked_at = np.setdiff1d(np.arange(len(shop)), listed)
        pictures = np.concatenate([catalog[[product]], shop[listed]])
        alike = (shop[looked_at] @ pictures.T).max(axis=1)
        rivals = near[np.ix_(looked_at, looked_at)].copy()
        rivals[owners[looked_at][:, None] == owners[looked_at][None, :]] = -1
        ahead = alike - rivals.max(axis=1)
        is_own = owners[looked_at] == product
        told = (alike >= SURELY_ALIKE) | ((alike >= LEAST_ALIKE) & (ahead >= AHEAD))
        own.append(np.stack([told[is_own], alike[is_own]]))
        other.append(np.stack([told[~is_own], alike[~is_own]]))
    ours, theirs = np.concatenate(own, axis=1), np.concatenate(other, axis=1)
    wrong = float(theirs[0].mean())
    fixed = float((ours[1] > np.quantile(theirs[1], 1 - wrong)).mean())
    products = np.mean([one[0].any() for one in own])
    return f"{count:>8}  {ours[0].mean():>5.0%}  {products:>8.0%}  {wrong:>11.5f}  | {fixed:>19.0%}"


if __name__ == "__main__":
    main()
