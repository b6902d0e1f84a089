"""How long text searches take in a shop of many products: words, numbers, and both mistyped.

    python benchmarks/text_search.py [--products 100000] [--catalog FILE] [--json]

Titles are drawn from common words and from a long tail of rare ones, as brands and sizes make it, with a
description, a category and a barcode; the vocabulary is told. Nothing is kept, unless ``--catalog`` names a
file; one that is there is searched as it is. Beside the time on the clock stands that of the processor: other
work on the machine makes the first one long.
"""

import argparse
import json
import random
import statistics
import string
import tempfile
import time
from pathlib import Path

from core.catalog.barcodes.gtin import check_digit
from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.many_rows import insert_rows
from core.catalog.database.tokens import sku_key
from core.catalog.lists.text_search import find_text

COMMON = """
    apple juice orange milk bread butter cheese chocolate coffee tea water cola lemon organic fresh red green
    blue large small family pack classic light zero sugar free salted sweet spicy dark white whole grain
    tomato sauce pasta rice noodles soup cream yoghurt honey jam biscuit cracker crisps nuts almond walnut
    soap shampoo paste brush towel paper glass plate knife fork spoon ceramic wooden steel cotton shirt sock
"""
SIZES = ("250 g", "500g", "1 kg", "1.5l", "0,75 l", "6-pack", "XL", "100%", "B12", "7up")
QUERIES = {
    "a common word": "juice",
    "the beginning of one": "cho",
    "one letter": "c",
    "two words": "orange juice",
    "three words": "organic apple juice",
    "joined": "applejuice",
    "a plural": "tomatoes",
    "a unit": "1.5 l",
    "a letter and a number": "b 12",
    "Chinese": "苹果",
    "a SKU": "AB-050000",
    "a SKU mistyped": "AB0500009",
    "inside a word": "hocolat",
    "one slip": "chocolte",
    "two slips": "choccolatte",
    "two words mistyped": "orgnic aple",
    "a rare word": "",
    "a rare word mistyped": "",
    "nothing": "zzzqqqxxx",
}


def main() -> None:
    """Fill a catalog, search it, print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--catalog", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = arguments.catalog or Path(folder) / "catalog.db"
        run(file, arguments)


def run(file: Path, arguments: argparse.Namespace) -> None:
    """Fill the catalog if it is new, search it, print."""
    is_new = not file.exists()
    with Catalog(file) as catalog:
        start = time.perf_counter()
        rare = fill(catalog, arguments.products if is_new else 0)
        seconds = time.perf_counter() - start
        (terms,) = catalog.db.execute("SELECT count(*) FROM product_terms").fetchone()
        queries = QUERIES | {"a rare word": rare, "a rare word mistyped": rare[:2] + rare[3:]}
        rows = [measured(catalog, name, text, arguments.repeat) for name, text in queries.items()]
    if arguments.json:
        print(json.dumps({"products": arguments.products, "words": terms, "filled_s": seconds, "rows": rows}))
        return
    print(f"{arguments.products} products, {terms} different words, filled in {seconds:.0f} s")
    for row in rows:
        times = (f"{row[name]:8.1f}" for name in ("p50_ms", "max_ms", "cpu_ms", "cpu_p95_ms"))
        print(f"{row['query']:24} {row['hits']:4} {' '.join(times)} ms  {row['meant']}")


def fill(catalog: Catalog, products: int) -> str:
    """Make the products; returns one of their rare words."""
    generator = random.Random(1)
    common = COMMON.split()
    tail = [
        "".join(generator.choices(string.ascii_lowercase, k=generator.randint(5, 10))) for _ in range(60_000)
    ]
    now = utc_now()
    rows = []
    for number in range(products):
        title = [*generator.choices(common, k=3), generator.choice(tail), generator.choice(SIZES)]
        sku, digits = f"AB-{number:06}", f"400{number:09}"
        rows.append(
            (
                sku,
                sku_key(sku),
                " ".join(title) + (" 红苹果汁" if number % 50 == 0 else ""),
                " ".join(generator.choices(common, k=12)) + " " + generator.choice(tail),
                generator.choice(common),
                generator.choice(tail[:2000]),
                digits + check_digit(digits),
                now,
                now,
            )
        )
    columns = ("sku", "sku_key", "title", "description", "category", "brand", "barcode", "created", "updated")
    with catalog.transaction():
        insert_rows(catalog, "products", columns, rows)
    return max(tail[:200], key=len)


def measured(catalog: Catalog, name: str, text: str, repeat: int) -> dict[str, str | int | float]:
    """One query, several times; milliseconds."""
    times, processor = [], []
    for _ in range(repeat):
        start, start_cpu = time.perf_counter(), time.process_time()
        found = find_text(catalog, text)
        times.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - start_cpu) * 1000)
    return {
        "query": name,
        "hits": len(found.hits),
        "meant": found.meant,
        "p50_ms": round(statistics.median(times), 2),
        "max_ms": round(max(times), 2),
        "cpu_ms": round(statistics.median(processor), 2),
        "cpu_p95_ms": round(statistics.quantiles(processor, n=20)[-1], 2),
    }


if __name__ == "__main__":
    main()
