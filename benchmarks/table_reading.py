"""What reading a large table takes: time and memory of 100,000 rows as CSV and as XLSX.

    python benchmarks/table_reading.py [--rows 100000]

Each reading is a process of its own, so that its peak of memory is its own.
"""

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_HEADING = (
    *("sku", "title", "category", "brand", "barcode", "price", "currency", "stock", "location", "tags"),
)


def main() -> int:
    """Make both tables, read each twice, print the better one."""
    parser = argparse.ArgumentParser(description="Time reading large tables.")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--read", type=Path, help="read this table in this process and say what it took")
    arguments = parser.parse_args()
    if arguments.read is not None:
        print(json.dumps(_read(arguments.read)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for path in (Path(folder) / "t.csv", Path(folder) / "t.xlsx"):
            _write(path, arguments.rows)
            runs = [_in_a_process(path) for _ in range(2)]
            best = min(runs, key=lambda run: run["seconds"])
            print(f"{path.suffix}: {best['products']} products, {best['seconds']:.2f} s, {best['mb']:.0f} MB")
    return 0


def _read(path: Path) -> dict[str, float]:
    from core.catalog.tables.parse import parse_table

    start = time.process_time()
    table = parse_table(path, currency="EUR")
    seconds = time.process_time() - start
    return {
        "products": len(table.rows),
        "seconds": seconds,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _in_a_process(path: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--read", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    read: dict[str, float] = json.loads(done.stdout)
    return read


def _rows(count: int) -> Iterator[list[str | int | float]]:
    for number in range(count):
        yield [
            f"A{number:06}", f"Apple juice {number}, clear", "Juice", "Orchard", 4006381000000 + number,
            round(0.5 + number % 4000 / 100, 2), "EUR", number % 90, f"F{number % 40}", "new, vegan",
        ]  # fmt: skip


def _write(path: Path, count: int) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_HEADING)
            writer.writerows(_rows(count))
        return
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(list(_HEADING))
    for row in _rows(count):
        sheet.append(row)
    book.save(path)


if __name__ == "__main__":
    raise SystemExit(main())
