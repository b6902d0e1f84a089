"""What «wrong» and «right» should do to a ranking: the experiment behind docs/decisions/0014-feedback.md.

    python benchmarks/feedback.py SHOP TABLE

SHOP is a shop folder, TABLE a table with the columns photo and sku of pictures that the shop does not hold.

**Wrong**: whoever gets a wrong first product calls it wrong, again and again, until the right one is first.
Counted is how often. Compared are: only taking the product out; Rocchio's negative half, with the mean of the
wrong products' photos or with the one that was found, at several weights; and a penalty for products that are
like the wrong one. The weight is chosen on four fifths of the products and measured on the last fifth.

**Right**: the share of products of the right one's category among the five below it, by Rocchio's weight.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.catalog.products.products import products_by_ids
from core.catalog.tables.reading import read_table
from core.embedding.measures import Measure, to_index_space
from core.imaging.decode import decode_file
from core.imaging.query_looks import QUERY_SIDE
from core.learning.examples import shop_examples
from core.search.see import embed_picture
from core.shop.opening import open_shop
from core.shop.shop import Shop

MOST_STEPS = 10
WEIGHTS = (0.05, 0.1, 0.2, 0.3, 0.5)
FOLDS = 5
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Data:
    """Photos by product (rows of ``photos`` from ``starts``), and queries with their product's number."""

    photos: Floats
    starts: NDArray[np.int64]
    means: Floats
    queries: Floats
    truth: NDArray[np.int64]
    categories: NDArray[np.str_]

    def scores(self, query: Floats) -> Floats:
        """The best photo of each product."""
        return np.maximum.reduceat(self.photos @ query, self.starts)

    def found(self, query: Floats, product: int) -> Floats:
        """The product's photo that is nearest to the query."""
        end = self.starts[product + 1] if product + 1 < len(self.starts) else len(self.photos)
        own = self.photos[self.starts[product] : end]
        return np.asarray(own[np.argmax(own @ query)])


Method = Callable[[Data, Floats, list[int]], Floats]


def remove(data: Data, query: Floats, _wrong: list[int]) -> Floats:
    return data.scores(query)


def away_from_mean(weight: float) -> Method:
    return lambda data, query, wrong: data.scores(_unit(query - weight * data.means[wrong].mean(axis=0)))


def away_from_found(weight: float) -> Method:
    def method(data: Data, query: Floats, wrong: list[int]) -> Floats:
        found = np.stack([data.found(query, product) for product in wrong])
        return data.scores(_unit(query - weight * found.mean(axis=0)))

    return method


def penalty(weight: float) -> Method:
    def method(data: Data, query: Floats, wrong: list[int]) -> Floats:
        units = data.means / np.linalg.norm(data.means, axis=1, keepdims=True)
        return np.asarray(data.scores(query) - weight * (units @ units[wrong].T).max(axis=1))

    return method


def steps(data: Data, method: Method) -> NDArray[np.int64]:
    """How many products each query's clerk calls wrong until the right one is first."""
    taken = []
    for query, truth in zip(data.queries, data.truth.tolist(), strict=True):
        wrong: list[int] = []
        while len(wrong) < MOST_STEPS:
            scores = (method(data, query, wrong) if wrong else data.scores(query)).copy()
            scores[wrong] = -np.inf
            if (first := int(np.argmax(scores))) == truth:
                break
            wrong.append(first)
        taken.append(len(wrong))
    return np.array(taken)


def same_category(data: Data, weight: float) -> float:
    """Share of the right product's category among the five products below it."""
    shares = []
    for query, truth in zip(data.queries, data.truth.tolist(), strict=True):
        scores = data.scores(_unit(query + weight * data.means[truth])).copy()
        scores[truth] = -np.inf
        below = np.argsort(-scores)[:5]
        shares.append(float((data.categories[below] == data.categories[truth]).mean()))
    return float(np.mean(shares))


def report(name: str, data: Data) -> None:
    methods: dict[str, Method] = {"take out only": remove}
    for weight in WEIGHTS:
        methods[f"Rocchio, mean, {weight}"] = away_from_mean(weight)
        methods[f"Rocchio, found, {weight}"] = away_from_found(weight)
        methods[f"penalty, {weight}"] = penalty(weight)
    taken = {method: steps(data, function) for method, function in methods.items()}
    base = taken["take out only"]
    asked = base > 0
    print(f"\n{name}: {len(base)} queries, {int(asked.sum())} with a wrong first product")
    for method, counts in taken.items():
        within = [f"{float((counts[asked] <= limit).mean()):.3f}" for limit in (1, 2, 3)]
        print(f"  {method:22} {counts[asked].mean():.3f} words, found within 1, 2, 3: {' '.join(within)}")
    folds = np.random.default_rng(5).integers(0, FOLDS, len(data.starts))[data.truth]
    gains, chosen = [], []
    for fold in range(FOLDS):
        learn, test = (folds != fold) & asked, (folds == fold) & asked
        best = min(taken, key=lambda method: float(taken[method][learn].mean()))
        chosen.append(best)
        gains += (base[test] - taken[best][test]).tolist()
    draws = np.random.default_rng(6).choice(gains, (2000, len(gains))).mean(axis=1)
    low, high = np.percentile(draws, [2.5, 97.5])
    print(f"  chosen by fold: {', '.join(chosen)}")
    print(f"  words saved, held out: {np.mean(gains):.3f}, 95 % {low:.3f} to {high:.3f}")
    shares = {weight: same_category(data, weight) for weight in (0, 0.25, 0.5, 0.75, 1, 2)}
    by_weight = ", ".join(f"{weight}: {share:.3f}" for weight, share in shares.items())
    print(f"  category of the five below the right one, by weight: {by_weight}")


def load(shop: Shop, table: Path) -> tuple[NDArray[np.float32], list[str]]:
    """Raw vectors of the queries, and their SKUs."""
    rows = [dict(row.cells) for row in read_table(table).rows]
    vectors = [
        embed_picture(shop.network, decode_file(table.parent / row["photo"], max_side=QUERY_SIDE))
        for row in rows
    ]
    return np.stack(vectors), [row["sku"] for row in rows]


def data_of(shop: Shop, raw: Floats, skus: list[str], *, catalog_only: bool) -> Data:
    examples = shop_examples(shop)
    if catalog_only:
        examples = examples.only(~examples.counter)
    order = np.argsort(examples.products, kind="stable")
    ids, starts = np.unique(examples.products[order], return_index=True)
    photos = to_index_space(shop.model.compared(examples.vectors[order]), Measure.COSINE)
    products = products_by_ids(shop.catalog, ids.tolist())
    numbers = {product.sku: number for number, product in enumerate(products)}
    means = np.stack([part.mean(axis=0) for part in np.split(photos, starts[1:])])
    return Data(
        photos,
        starts,
        means,
        to_index_space(shop.model.compared(raw), Measure.COSINE),
        np.array([numbers[sku] for sku in skus]),
        np.array([product.category for product in products]),
    )


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def main() -> None:
    folder, table = Path(sys.argv[1]), Path(sys.argv[2])
    with open_shop(folder, device="cpu") as shop:
        raw, skus = load(shop, table)
        print(f"model: {shop.model.version or 'the backbone as it comes'}")
        report("Catalog photos only", data_of(shop, raw, skus, catalog_only=True))
        report("All photos", data_of(shop, raw, skus, catalog_only=False))


if __name__ == "__main__":
    main()
