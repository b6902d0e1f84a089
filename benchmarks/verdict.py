"""Where the verdict's default numbers come from: their fit on photos taken in real shops.

    python benchmarks/verdict.py GROCERY_FOLDER

References are one catalog photo a product, queries the shop photos. In five rounds a fifth of the products is
withheld; photos of those count as one query in twenty. Prints the numbers by measure.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.catalog.photos.photos import PhotoKind, photos_by_ids
from core.catalog.photos.vectors import stream_vectors
from core.embedding.measures import Measure, euclidean_distance, likeness
from core.ingest.photo_table import add_photos
from core.ingest.table import import_table
from core.learning.calibration import ScoredQueries, fit_calibration
from core.shop.opening import open_shop
from core.shop.shop import Shop

ROUNDS = 5


def main() -> None:
    """Import, search everything with everything, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("grocery", type=Path)
    grocery = parser.parse_args().grocery
    with tempfile.TemporaryDirectory() as temporary, open_shop(Path(temporary) / "shop", create=True) as shop:
        import_table(shop, grocery / "catalog.csv")
        add_photos(shop, grocery / "shop_photos.csv")
        vectors, products, is_reference = everything(shop)
    references, queries = vectors[is_reference], vectors[~is_reference]
    owners, truths = products[is_reference], products[~is_reference]
    for measure in Measure:
        scores = np.stack([likeness(references, query, measure) for query in queries])
        if measure is Measure.EUCLIDEAN:
            scores = -np.vectorize(euclidean_distance)(scores)
        fitted = fit_calibration(scored(scores, owners, truths))
        assert fitted is not None
        print(f"{measure:10} {fitted}")


def everything(shop: Shop) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.bool_]]:
    """All vectors, whose product each is, and whether it is of a catalog photo."""
    batches = list(stream_vectors(shop.catalog, shop.spec.fingerprint))
    photos = photos_by_ids(shop.catalog, np.concatenate([batch.ids for batch in batches]).tolist())
    vectors = np.concatenate([batch.vectors for batch in batches]).astype(np.float32)
    products = np.array([photo.product_id for photo in photos], np.int64)
    return vectors, products, np.array([photo.kind is PhotoKind.CATALOG for photo in photos])


def scored(
    scores: NDArray[np.float64], owners: NDArray[np.int64], truths: NDArray[np.int64]
) -> ScoredQueries:
    """Each photo once with its product in the shop and once without, round by round."""
    best, right = [], []
    columns = {int(owner): column for column, owner in enumerate(owners)}
    for number in range(ROUNDS):
        there = np.arange(len(owners)) % ROUNDS != number
        best.append(-np.sort(-scores[:, there], axis=1)[:, :50])
        own = np.array([columns[int(truth)] for truth in truths])
        right.append(np.where(there[own], scores[np.arange(len(truths)), own], np.nan))
    return ScoredQueries(np.concatenate(best), np.concatenate(right))


if __name__ == "__main__":
    main()
