"""``snapshelf bench``: how fast and how exact our index is, beside others, on this machine."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from core.index.benchmark import BenchmarkReport, EngineRow, run_benchmark
from core.index.benchmark_engines import ENGINES
from core.progress import Progress

_SIZES = (1_000, 10_000, 100_000)
_DIM = 256


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--items", type=int, help="vectors to search (default: 1,000, 10,000 and 100,000)")
    parser.add_argument("--dim", type=int, default=_DIM, help="their dimensions (default: %(default)s)")
    parser.add_argument("--queries", type=int, default=200, help="queries asked (default: %(default)s)")
    parser.add_argument(
        "--engines",
        type=lambda names: names.split(","),
        default=list(ENGINES),
        help=f"comma-separated choice of {', '.join(ENGINES)}",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Measure, print, and return the exit code."""
    unknown = [name for name in args.engines if name not in ENGINES]
    if unknown or min(args.items or 10, args.dim, args.queries) < 1 or (args.items or 10) < 10:
        print(f"bench: need at least 10 items, and engines from {', '.join(ENGINES)}", file=sys.stderr)
        return 2
    reports = []
    for items in [args.items] if args.items else _SIZES:
        measured = run_benchmark(
            items, args.dim, queries=args.queries, engines=args.engines, progress=_Teller(items)
        )
        for name in measured.skipped:
            print(f"{name}: not installed, left out", file=sys.stderr)
        if not args.json:
            print(as_table(measured), flush=True)
        reports.append(measured)
    if args.json:
        print(json.dumps(as_json(reports), indent=1))
    return 0


def as_json(reports: Sequence[BenchmarkReport]) -> dict[str, Any]:
    """The largest size as the object itself, the others as a list under ``smaller``."""
    *smaller, largest = (asdict(report) for report in sorted(reports, key=lambda report: report.items))
    return {**largest, "smaller": smaller} if smaller else largest


def as_table(report: BenchmarkReport) -> str:
    """One size as an aligned table."""
    head = f"{report.items:,} vectors of {report.dim} dimensions"
    titles = ("engine", "recall@10", "p50 ms", "p95 ms", "build s", "MB disk", "MB peak", "MB held", "add ms")
    lines = [titles, *(_cells(row) for row in report.rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(titles))]
    table = [
        "  ".join(
            [line[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(line[1:], widths[1:], strict=True))]
        )
        for line in lines
    ]
    return "\n".join([head, *table, ""])


def _cells(row: EngineRow) -> tuple[str, ...]:
    def number(value: float | None, digits: int) -> str:
        return "–" if value is None else f"{value:.{digits}f}"

    return (
        row.engine,
        number(row.recall10, 4),
        number(row.p50_ms, 2),
        number(row.p95_ms, 2),
        number(row.build_s, 1),
        number(row.bytes / 1e6, 1),
        number(row.peak_mb, 0),
        number(row.rest_mb, 0),
        number(row.add_ms, 1),
    )


class _Teller:
    """Tells how far one size is, on stderr."""

    def __init__(self, items: int) -> None:
        self._items = items

    def __call__(self, progress: Progress) -> None:
        print(f"{self._items:,}: {progress.done} of {progress.total} engines", file=sys.stderr)
