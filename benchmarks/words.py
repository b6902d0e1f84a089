"""Do words find what no text says? Attribute queries over the demo shop and the grocery shop.

    python benchmarks/words.py [--grocery DIR] [--shops DIR] [--queries 200] [--json]

DIR of --grocery is the grocery data set (catalog.csv); without it SNAPSHELF_GROCERY or the folder
shared/data/grocery beside the repository. --shops keeps the two described shops for another run.

A query is one word or two neighbours of a product's title (sizes, numbers and brands left out), one of which
names a colour, a pattern, a material or a kind that the vocabulary knows. Then titles, descriptions and
further columns are hidden, as they repeat one another; brands, categories and tags stay. A product is worth
the share of the query's words that its hidden title has. nDCG at 10 (K. Järvelin and J. Kekäläinen, 2002) of

    text   the text search over what is left,
    tags   the same over tags alone: the shop's own and those that are seen surely enough to be proposed,
    words  text and what is seen together,

with intervals of 95 per cent by 2,000 bootstrap samples of the queries, paired for the differences. Labels
are not read: what stands on packages is the text search's in all three.
"""

import argparse
import json
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.care.demo_shop import ensure_demo_shop
from core.catalog.database.tokens import chunks
from core.catalog.lists.asked_words import asked_words
from core.catalog.lists.filters import Filter, matching_product_ids
from core.catalog.lists.plurals import other_numbers
from core.catalog.lists.text_search import find_text
from core.catalog.photos.seen_words import seen_on_products
from core.catalog.photos.vocabulary import vocabulary
from core.catalog.products.products import Product, products_by_ids
from core.describe.describing import describe_photos
from core.describe.proposals import SURE
from core.ingest.photo_pipeline import embed_missing
from core.ingest.table import import_table
from core.shop.opening import open_shop
from core.shop.shop import Shop

ROOT = Path(__file__).resolve().parent.parent
DEPTH = 10
SAMPLES = 2000
_LEFT_OUT = frozenset("in of with the and for pot loose free l g ml kg a5 medium low fat standard".split())  # noqa: SIM905


@dataclass(frozen=True)
class Asked:
    """A query, and what each product of its shop is worth for it, by the product's id."""

    shop: str
    text: str
    worth: Mapping[int, float]


def main() -> None:
    """Make the shops, hide the titles, ask, print a table."""
    parser = argparse.ArgumentParser()
    default = os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery")
    parser.add_argument("--grocery", type=Path, default=Path(default))
    parser.add_argument("--shops", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        kept = arguments.shops or Path(scratch) / "shops"
        make_shops(kept, arguments.grocery)
        found = measure(kept, Path(scratch), arguments.queries)
    if arguments.json:
        print(json.dumps(found))
        return
    for name, row in found.items():
        print(f"{name:14} {row[0]:.3f}  [{row[1]:.3f}, {row[2]:.3f}]")


def make_shops(folder: Path, grocery: Path) -> None:
    """Both shops, their photos seen and described; what is there stays."""
    if not (folder / "demo").exists():
        shutil.copytree(ensure_demo_shop(), folder / "demo")
    if not (folder / "grocery").exists():
        with open_shop(folder / "grocery", create=True, device="cpu") as shop:
            import_table(shop, grocery / "catalog.csv")
    for name in ("demo", "grocery"):
        with open_shop(folder / name, device="cpu") as shop:
            embed_missing(shop)
            describe_photos(shop, most=None)


def measure(shops: Path, scratch: Path, count: int) -> dict[str, tuple[float, float, float]]:
    """The mean of each way and of the differences, each with its interval."""
    asked: list[Asked] = []
    for name in ("demo", "grocery"):
        with open_shop(shops / name, write=False, device="cpu") as shop:
            asked += queries(name, products(shop))
    chosen = random.Random(0).sample(asked, min(count, len(asked)))
    scores = {way: np.zeros(len(chosen)) for way in _WAYS}
    for way, hide in _WAYS.items():
        for name in ("demo", "grocery"):
            copy = Path(shutil.copytree(shops / name, scratch / f"{way}-{name}"))
            with open_shop(copy, device="cpu") as shop:
                hide(shop)
                for place, one in enumerate(chosen):
                    if one.shop == name:
                        hits = find_text(shop.catalog, one.text, limit=DEPTH).hits
                        scores[way][place] = ndcg([hit.product_id for hit in hits], one.worth)
    table = {way: interval(row) for way, row in scores.items()}
    table |= {f"words − {way}": interval(scores["words"] - scores[way]) for way in ("text", "tags")}
    return table | {"queries": (float(len(chosen)), float(len(chosen)), float(len(chosen)))}


def products(shop: Shop) -> list[Product]:
    """All products on the shelf."""
    return products_by_ids(shop.catalog, matching_product_ids(shop.catalog, Filter()).tolist())


def queries(shop: str, found: Sequence[Product]) -> list[Asked]:
    """Every query that the titles of a shop give, each once."""
    titles = {one.id: title_words(one) for one in found}
    texts = dict.fromkeys(
        " ".join(words[start : start + length])
        for words in titles.values()
        for length in (1, 2)
        for start in range(len(words) - length + 1)
    )
    asked = []
    for text in texts:
        if any(word.terms for word in asked_words(text)):
            wanted = text.split()
            has = {key: sum(has_word(words, one) for one in wanted) for key, words in titles.items()}
            asked.append(Asked(shop, text, {key: n / len(wanted) for key, n in has.items() if n}))
    return asked


def title_words(product: Product) -> list[str]:
    """The words of a title without brand, numbers and sizes."""
    brand = {piece for chunk in chunks(product.brand) for piece in chunk}
    pieces = [piece for chunk in chunks(product.title) for piece in chunk]
    return [one for one in pieces if one.isalpha() and len(one) > 1 and one not in brand | _LEFT_OUT]


def has_word(words: Sequence[str], wanted: str) -> bool:
    """Whether a title has a word, in whichever number."""
    forms = {wanted, *(other.word for other in other_numbers(wanted))}
    return any(word in forms or wanted in {other.word for other in other_numbers(word)} for word in words)


def ndcg(ranked: Sequence[int], worth: Mapping[int, float]) -> float:
    """Discounted gain of the first ten over that of the best ten."""
    discounts = 1 / np.log2(np.arange(DEPTH) + 2)
    gains = np.array([worth.get(one, 0.0) for one in ranked[:DEPTH]] + [0.0] * DEPTH)[:DEPTH]
    best = np.array([*sorted(worth.values(), reverse=True), *([0.0] * DEPTH)])[:DEPTH]
    return float((gains * discounts).sum() / (best * discounts).sum())


def interval(values: NDArray[np.float64]) -> tuple[float, float, float]:
    """The mean, and the interval of 95 per cent of the means of bootstrap samples."""
    drawn = np.random.default_rng(0).integers(0, len(values), (SAMPLES, len(values)))
    low, high = np.quantile(values[drawn].mean(axis=1), (0.025, 0.975))
    return float(values.mean()), float(low), float(high)


def hide_titles(shop: Shop) -> None:
    """What tells a product in words, but for its brand, category and tags."""
    with shop.catalog.transaction() as db:
        db.execute("UPDATE products SET title = '–', description = '', extra = '{}'")


def text_alone(shop: Shop) -> None:
    """Nothing is seen either."""
    hide_titles(shop)
    with shop.catalog.transaction() as db:
        db.execute("DELETE FROM seen_words")


def tags_alone(shop: Shop) -> None:
    """What is seen surely enough is a tag; nothing else is left."""
    seen = seen_on_products(shop.catalog, [one.id for one in products(shop)])
    text_alone(shop)
    with shop.catalog.transaction() as db:
        db.execute("UPDATE products SET brand = '', category = ''")
        for product_id, words in seen.items():
            for key, sureness in words.items():
                term = vocabulary()[key]
                if sureness >= SURE[term.sort]:
                    db.execute(
                        "INSERT OR IGNORE INTO product_tags VALUES (?, ?)", [product_id, term.english[0]]
                    )


_WAYS: dict[str, Callable[[Shop], None]] = {"text": text_alone, "tags": tags_alone, "words": hide_titles}


if __name__ == "__main__":
    main()
