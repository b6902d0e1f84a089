"""What goes with a basket, beside rivals: hit rate@5 and nDCG@5 on the last tenth of receipts by time.

Of each of these receipts with two products or more one is hidden, and is to be among the first five that are
named for the others; each is asked for the whole of the rest, and for one product of it alone. Everything is
learned from the first nine tenths. Run: ``python -m benchmarks.recommend.benchmark`` (extra ``bench``).
"""

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.recommend import rivals
from benchmarks.recommend.generated_sales import generate
from benchmarks.recommend.receipts_table import read_receipts
from benchmarks.recommend.rivals import Recommender, item_knn, same_category
from core.catalog.database.catalog import Catalog
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.sales.receipts import NewLine, NewReceipt, add_lines, add_receipts, begin_sales_import
from core.catalog.sales.together import bought_together, most_bought, receipt_count, receipts_of
from core.recommend.companions import companions

_FIRST = 5
_MOST_ASKED = 2_000


def ours(catalog: Catalog, *, filled_up: bool) -> Recommender:
    """The program's own, from the catalog, as a shop asks it; each count is read once.

    Products' keys are theirs plus one.

    Args:
        filled_up: whether what is bought often comes after what goes with it, so that the list is never
            short: as the program shows it.
    """
    total = receipt_count(catalog)
    counts = receipts_of(catalog, [key for (key,) in catalog.db.execute("SELECT id FROM products")])
    together = cache(partial(bought_together, catalog))
    often = [one for one, _receipts in most_bought(catalog, len(counts))]

    def recommend(basket: Sequence[int], count: int) -> list[int]:
        asked = {one + 1: together(one + 1) for one in basket}
        found = companions(asked, lambda ids: {one: counts[one] for one in ids if one in counts}, total)
        named = [one.product_id for one in found]
        if filled_up:
            named += [one for one in often if one not in asked and one not in named]
        return [one - 1 for one in named[:count]]

    return recommend


def filled(catalog: Catalog, receipts: Sequence[Sequence[int]], products: int) -> None:
    """Write products and receipts into an empty catalog."""
    with catalog.transaction():
        for product in range(products):
            upsert_product(catalog, ProductDraft(f"P{product:05}", title=f"Product {product}"), who="")
        add_receipts(
            catalog,
            "",
            (NewReceipt(("", "2026-01-01", str(number)), "", "") for number in range(len(receipts))),
        )
        bought = begin_sales_import(catalog, edit_id=None, about="", who="")
        add_lines(
            catalog,
            bought,
            (
                NewLine(number + 1, f"P{one:05}", 1, False, "", one + 1, 1000, None)
                for number, receipt in enumerate(receipts)
                for one in receipt
            ),
        )


def ranks(recommend: Recommender, asked: Sequence[tuple[Sequence[int], int]]) -> NDArray[np.float64]:
    """At which place (from 1) the hidden product came, query by query; infinite if not among the first."""
    places = []
    for basket, hidden in asked:
        found = recommend(basket, _FIRST)
        places.append(found.index(hidden) + 1.0 if hidden in found else np.inf)
    return np.asarray(places)


def gains(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """nDCG@5 with one right product, query by query: 1 / log2(place + 1)."""
    return np.where(np.isfinite(places), 1 / np.log2(np.where(np.isfinite(places), places, 1) + 1), 0.0)


def interval(values: NDArray[np.float64]) -> str:
    """The mean with its 95 % interval, by 1,000 bootstrap samples."""
    random_ = np.random.default_rng(1)
    means = values[random_.integers(0, len(values), (1000, len(values)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return f"{values.mean():.3f} [{low:.3f}, {high:.3f}]"


def main() -> None:
    """Print one table for whole baskets and one for single products."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--receipts", type=int, default=20_000)
    parser.add_argument("--products", type=int, default=800)
    parser.add_argument("--table", type=Path, help="a shop's receipts instead of generated ones, as CSV")
    parser.add_argument(
        "--tune", action="store_true", help="ask for the ninth tenth, learning from the eight before"
    )
    arguments = parser.parse_args()
    sales = (
        read_receipts(arguments.table)
        if arguments.table
        else generate(arguments.seed, receipts=arguments.receipts, products=arguments.products)
    )
    products = len(sales.category)
    tenth = len(sales.receipts) // 10
    learned, held = (
        (sales.receipts[: 8 * tenth], sales.receipts[8 * tenth : 9 * tenth])
        if arguments.tune
        else (sales.receipts[: 9 * tenth], sales.receipts[9 * tenth :])
    )
    chance = random.Random(arguments.seed)
    whole, single = [], []
    for receipt in held[:_MOST_ASKED]:
        if len(receipt) >= 2:
            mixed = chance.sample(receipt, len(receipt))
            whole.append((mixed[1:], mixed[0]))
            single.append((mixed[1:2], mixed[0]))
    with tempfile.TemporaryDirectory() as folder, Catalog(Path(folder) / "catalog.db") as catalog:
        filled(catalog, learned, products)
        recommenders = {
            "snapshelf": ours(catalog, filled_up=True),
            "… not filled up": ours(catalog, filled_up=False),
            "most bought": rivals.most_bought(learned),
            "same category": same_category(learned, sales.category),
            **item_knn(learned, products),
        }
        for title, asked in (("the rest of the basket", whole), ("one product of it", single)):
            print(f"\nasked for {title}: {len(asked)} receipts, learned from {len(learned)}")
            print(f"{'':18}{'hit rate@5':>24}{'nDCG@5':>24}{'hits before ours':>26}{'ms':>8}")
            own: NDArray[np.float64] | None = None
            for name, recommend in recommenders.items():
                start = time.perf_counter()
                places = ranks(recommend, asked)
                spent = (time.perf_counter() - start) * 1000 / len(asked)
                hits = np.isfinite(places).astype(np.float64)
                own = hits if own is None else own
                figures = f"{interval(hits):>24}{interval(gains(places)):>24}{interval(hits - own):>26}"
                print(f"{name:18}{figures}{spent:8.1f}")


if __name__ == "__main__":
    main()
