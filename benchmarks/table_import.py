"""What a large table takes: reading it, importing it and importing it again, as CSV and as XLSX.

    python benchmarks/table_import.py [--rows 100000] [--json]

Beside it stands the plain way: Python's csv and sqlite-utils' upsert into a table with full text; and beside
the reading of XLSX python-calamine, where it is installed, which only gives the cells. Each is a process of
its own, so that its peak of memory is its own. Seconds are the processor's, for other work on the machine
makes those of the clock long.
"""

import argparse
import csv
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import sqlite_utils

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.catalog.barcodes.gtin import check_digit
from core.catalog.currencies.shop_currency import choose_currency
from core.catalog.tables.parse import parse_table
from core.ingest.table import import_table
from core.shop.opening import open_shop

_HEADING = (
    *("sku", "title", "category", "brand", "barcode", "price", "currency", "stock", "location", "tags"),
)
_SEARCHED = ("sku", "title", "category", "brand", "barcode", "tags")
STEPS = ("plain", "read", "import", "calamine")


def main() -> int:
    """Make both tables, take each through every step, print a table."""
    parser = argparse.ArgumentParser(description="Time reading and importing large tables.")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--step", choices=STEPS, help="do this in this process and say what it took")
    parser.add_argument("--table", type=Path)
    parser.add_argument("--into", type=Path)
    arguments = parser.parse_args()
    if arguments.step is not None:
        print(json.dumps(_measured(arguments.step, arguments.table, arguments.into)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        rows = list(_all_steps(Path(folder), arguments.rows))
    if arguments.json:
        print(json.dumps(rows))
        return 0
    for row in rows:
        print(f"{row['what']:24} {row['seconds']:7.1f} s  {row['times_plain']:5.1f} ×  {row['mb']:5.0f} MB")
    return 0


def _all_steps(folder: Path, count: int) -> Iterator[dict[str, str | float]]:
    """Every step in turn; the plain way first, of which the others are so many times."""
    plain = {"": 1.0, " again": 1.0}
    tables = (folder / "t.csv", folder / "t.xlsx")
    for table in tables:
        write_table(table, count)
    steps = [("plain", tables[0]), *((step, table) for table in tables for step in ("read", "import"))]
    if importlib.util.find_spec("python_calamine") is not None:
        steps.append(("calamine", tables[1]))
    for step, table in steps:
        into = folder / f"{step}{table.suffix}"
        for again in ("", " again") if step in ("plain", "import") else ("",):
            run = in_a_process(step, table, into)
            if step == "plain":
                plain[again] = run["seconds"]
            yield {
                "what": f"{step} {table.suffix}{again}",
                "times_plain": run["seconds"] / plain[again],
                **run,
            }


def in_a_process(step: str, table: Path, into: Path) -> dict[str, float]:
    """Seconds of the processor and megabytes that ``step`` takes."""
    command = [sys.executable, __file__, "--step", step, "--table", str(table), "--into", str(into)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _measured(step: str, table: Path, into: Path) -> dict[str, float]:
    start = time.process_time()
    {"plain": _plainly, "read": _read, "import": _import, "calamine": _cells_alone}[step](table, into)
    return {
        "seconds": time.process_time() - start,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _plainly(table: Path, into: Path) -> None:
    database = sqlite_utils.Database(into)
    products = database.table("products")
    if not products.exists():
        products.create(dict.fromkeys(_HEADING, str), pk="sku")
        products.enable_fts(_SEARCHED, create_triggers=True)
    with table.open(encoding="utf-8", newline="") as file:
        products.upsert_all(csv.DictReader(file), pk="sku")
    database.close()


def _read(table: Path, _into: Path) -> None:
    parse_table(table, currency="EUR")


def _cells_alone(table: Path, _into: Path) -> None:
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_path(table).get_sheet_by_index(0).to_python()


def _import(table: Path, into: Path) -> None:
    with open_shop(into, create=True) as shop:
        choose_currency(shop.catalog, "EUR")
        import_table(shop, table)


def _rows(count: int) -> Iterator[list[str | int | float]]:
    for number in range(count):
        yield [
            f"A{number:06}", f"Apple juice {number}, clear", "Juice", "Orchard", _barcode(number),
            round(0.5 + number % 4000 / 100, 2), "EUR", number % 90, f"F{number % 40}", "new, vegan",
        ]  # fmt: skip


def _barcode(number: int) -> int:
    """As an honest till has them: with the right check digit."""
    digits = str(400638100000 + number)
    return int(digits + check_digit(digits))


def write_table(path: Path, count: int) -> None:
    """Make a table of ``count`` rows, as CSV or XLSX by its ending."""
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
