"""Where the label witness's weights come from: their fit on photos taken in a real shop.

    python benchmarks/label.py GROCERY_FOLDER [--every 8]

References are one catalog photo a product, queries every so-many-th shop photo. The candidates are the fifty
nearest; each photo counts nine parts with its product among them and one part without. The weights are
chosen on four fifths of the products and tried on the last, in turn. Prints first places, the first five, the
likelihood, and what reading takes.
"""

import argparse
import csv
import itertools
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.catalog.photos.label_words import label_texts
from core.catalog.products.products import product_by_sku, products_by_ids
from core.embedding.measures import Measure
from core.feedback import NOTHING_SAID
from core.imaging.decode import decode_file
from core.imaging.query_looks import QUERY_SIDE
from core.ingest.label_reading import read_labels
from core.ingest.table import import_table
from core.label.matching import KnownText, LabelFit, label_fit
from core.models.verdict import likeness_odds
from core.search.nearest import nearest_to_seen
from core.search.see import embed_picture
from core.shop.opening import open_shop
from core.shop.shop import Shop

ROUNDS = 5
CANDIDATES = 50
UNKNOWN = 0.1
"""The share of queries that the shop does not have."""
Weights = tuple[float, float, float]
"""Of the title and of the label, and the power."""
WEIGHTS: tuple[Weights, ...] = tuple(
    (title / 4, label / 4, power / 4)
    for title, label, power in itertools.product(range(13), range(9), (2, 3, 4))
)


@dataclass(frozen=True)
class Query:
    """One photo: its product, its candidates' odds by the vector, that of none of them, and the label's fit.

    Attributes:
        place: of its product among the candidates; None if it is not there.
    """

    sku: str
    odds: NDArray[np.float64]
    none: float
    fit: LabelFit
    place: int | None


def main() -> None:
    """Import, read, search, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("grocery", type=Path)
    parser.add_argument("--every", type=int, default=8)
    arguments = parser.parse_args()
    with (arguments.grocery / "shop_photos.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))[:: arguments.every]
    with tempfile.TemporaryDirectory() as temporary, open_shop(Path(temporary) / "shop", create=True) as shop:
        import_table(shop, arguments.grocery / "catalog.csv")
        read_labels(shop)
        reading: list[float] = []
        queries = [asked(shop, row["sku"], arguments.grocery / row["photo"], reading) for row in rows]
    print(f"{len(queries)} photos; reading one takes {np.median(reading):.0f} ms (median)")
    for name, is_one in (("packages", True), ("loose goods", False)):
        of_kind = [query for query in queries if query.sku.startswith("P") is is_one]
        print(f"{name:12} vector alone  {told(of_kind, [(0.0, 0.0, 1.0)] * len(of_kind))}")
        print(f"{'':12} and label     {told(of_kind, cross_validated(of_kind, queries))}")
    print("fitted on all: title {:.2f}, label {:.2f}, power {:.2f}".format(*best(queries)))


def asked(shop: Shop, sku: str, photo: Path, reading: list[float]) -> Query:
    """What the vector and the label say of one photo."""
    image = decode_file(photo, max_side=QUERY_SIDE)
    vector = embed_picture(shop.searched_by.now.network, image)[None]
    groups = nearest_to_seen(shop, shop.model, vector, NOTHING_SAID, None, CANDIDATES, Measure.COSINE)
    start = time.perf_counter()
    lines = shop.label_reader.read(image)
    reading.append((time.perf_counter() - start) * 1000)
    ids = [group.key for group in groups]
    texts = label_texts(shop.catalog, ids)
    titles = {
        product.id: f"{product.title}\n{product.brand}" for product in products_by_ids(shop.catalog, ids)
    }
    fit = label_fit(
        [line.text for line in lines], [KnownText(titles[key], texts.get(key, "")) for key in ids]
    )
    odds, none = likeness_odds([group.best.similarity for group in groups], Measure.COSINE)
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    return Query(sku, odds, none, fit, ids.index(product.id) if product.id in ids else None)


def cross_validated(some: Sequence[Query], every: Sequence[Query]) -> list[Weights]:
    """For each query weights that were chosen without photos of its product."""
    skus = sorted({query.sku for query in every})
    fold = {sku: number % ROUNDS for number, sku in enumerate(np.random.default_rng(0).permutation(skus))}
    chosen = [best([query for query in every if fold[query.sku] != number]) for number in range(ROUNDS)]
    return [chosen[fold[query.sku]] for query in some]


def best(queries: Sequence[Query]) -> Weights:
    """The weights of the greatest likelihood."""
    return max(WEIGHTS, key=lambda weights: sum(likelihood(query, weights) for query in queries))


def likelihood(query: Query, weights: Weights) -> float:
    """The logarithm of what the right answer's probability is, its product there and not there."""
    logits = np.append(query.odds + query.fit.odds(*weights), query.none)
    if query.place is None:
        return float(logits[-1] - _log_sum(logits))
    without = np.delete(logits, query.place)
    known = float(logits[query.place] - _log_sum(logits))
    return (1 - UNKNOWN) * known + UNKNOWN * float(without[-1] - _log_sum(without))


def told(queries: Sequence[Query], weights: Sequence[Weights]) -> str:
    """First places, the first five and the likelihood."""
    ranks, likely = [], []
    for query, own in zip(queries, weights, strict=True):
        odds = query.odds + query.fit.odds(*own)
        ranks.append(np.inf if query.place is None else float((odds > odds[query.place]).sum()))
        likely.append(likelihood(query, own))
    found = np.array(ranks)
    return f"{(found < 1).mean():.3f} / {(found < 5).mean():.3f}   log-likelihood {np.mean(likely):.3f}"


def _log_sum(logits: NDArray[np.float64]) -> float:
    return float(logits.max() + np.log(np.exp(logits - logits.max()).sum()))


if __name__ == "__main__":
    main()
