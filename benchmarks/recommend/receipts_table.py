"""Real receipts from a table, as the generator gives its own: one line a row, the oldest receipt first."""

import csv
from pathlib import Path

from benchmarks.recommend.generated_sales import GeneratedSales


def read_receipts(path: Path) -> GeneratedSales:
    """Read a CSV file with the columns ``receipt``, ``date``, ``sku`` and ``category``.

    Days and times are ISO 8601, so that they sort as they passed. Products are numbered as they come.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (row["date"], row["receipt"]))
    numbers: dict[str, int] = {}
    kinds: dict[str, int] = {}
    category: list[int] = []
    receipts: dict[str, dict[int, None]] = {}
    for row in rows:
        if row["sku"] not in numbers:
            numbers[row["sku"]] = len(numbers)
            category.append(kinds.setdefault(row["category"], len(kinds)))
        receipts.setdefault(row["receipt"], {})[numbers[row["sku"]]] = None
    return GeneratedSales(tuple(tuple(one) for one in receipts.values()), tuple(category), ())
