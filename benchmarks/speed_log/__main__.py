"""How our times stand to those of a rival, row by row, and to the log that is kept in the tree.

    python -m benchmarks.speed_log [--only WORD] [--keep] [--output FILE]        (or `make bench`)

Both sides of a row are measured in turn in one run. A row whose ratio grew by more than a quarter since the
kept log is shown in red; ``--keep`` makes this run the kept log. Run it while nothing else runs.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.speed_log import imports, program, query, vectors
from benchmarks.speed_log.machine import yardstick
from benchmarks.speed_log.row import Row

KEPT = Path(__file__).with_name("kept.json")
_GREW = 1.25
_RED, _PLAIN = "\x1b[31m", "\x1b[0m"

PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "query": query.rows,
    "vectors": vectors.rows,
    "program": program.rows,
    "imports": imports.rows,
}


def main() -> int:
    """Measure, print, write; 1 if a row grew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", choices=PARTS, action="append", help="these parts alone")
    parser.add_argument("--keep", action="store_true", help="compare with this run from now on")
    parser.add_argument("--output", type=Path, default=Path("build/speed.json"))
    arguments = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["rows"] if KEPT.exists() else {}
    told: dict[str, Any] = {"machine": yardstick(), "rows": {}}
    grown = 0
    for part in arguments.only or PARTS:
        for row in PARTS[part]():
            told["rows"][row.name] = logged(row)
            has_grown = grew(row, kept)
            grown += has_grown
            print(line(row, kept, red=has_grown and sys.stdout.isatty()), flush=True)
    text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(text, encoding="utf-8")
    if arguments.keep:
        KEPT.write_text(text, encoding="utf-8")
    return int(bool(grown))


def logged(row: Row) -> dict[str, Any]:
    """A row as it stands in the log."""
    return asdict(row) | {"ratio": row.ratio, "interval": row.interval}


def grew(row: Row, kept: dict[str, Any]) -> bool:
    """Whether it takes more than a quarter longer, beside its rival, than in the kept log."""
    return row.name in kept and row.ratio > _GREW * float(kept[row.name]["ratio"])


def line(row: Row, kept: dict[str, Any], *, red: bool) -> str:
    """One row for people: our median, the rival's, the ratio with its interval, what was wanted and was."""
    low, high = row.interval
    ours, other = sorted(row.ours)[len(row.ours) // 2], sorted(row.others)[len(row.others) // 2]
    wanted = f"wanted {row.wanted:4.2f}" if row.wanted is not None else " " * 11
    wanted += f" + {row.and_seconds * 1000:.1f} ms" if row.and_seconds else " " * 9
    before = f"kept {kept[row.name]['ratio']:5.2f}" if row.name in kept else ""
    text = (
        f"{row.name:36}{ours * 1000:10.2f} ms {other * 1000:10.2f} ms {row.ratio:6.2f} "
        f"({low:.2f}–{high:.2f})  {wanted}  {before}  {row.rival}"
    )
    return f"{_RED}{text}{_PLAIN}" if red else text


if __name__ == "__main__":
    raise SystemExit(main())
