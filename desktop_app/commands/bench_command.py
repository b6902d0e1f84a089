"""``snapshelf bench``: how fast and how exact our index is, beside others, on this machine."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from core.measuring.index_benchmark.benchmark import BenchmarkReport, EngineRow, run_benchmark
from core.measuring.index_benchmark.engines import ENGINES
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console

_SIZES = (1_000, 10_000, 100_000)
_DIM = 256


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``bench``."""
    parser.add_argument(
        "--items",
        type=_at_least(10),
        metavar="N",
        help=console.format(
            message("cli", "vectors to search; 1,000, 10,000 and 100,000 unless said otherwise")
        ),
    )
    parser.add_argument(
        "--dim",
        type=_at_least(1),
        default=_DIM,
        metavar="D",
        help=console.format(message("cli", "their dimensions")),
    )
    parser.add_argument(
        "--queries",
        type=_at_least(1),
        default=200,
        metavar="N",
        help=console.format(message("cli", "how many queries are asked")),
    )
    parser.add_argument(
        "--engines",
        type=_engines,
        default=list(ENGINES),
        metavar="NAME,…",
        help=console.format(message("cli", "which engines")) + f": {', '.join(ENGINES)}",
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, _settings: Settings, console: Console) -> int:
    """Measure every size and engine, side by side in one run."""
    reports = []
    with console.progress() as progress:
        for items in [arguments.items] if arguments.items else _SIZES:
            measured = run_benchmark(
                items,
                arguments.dim,
                queries=arguments.queries,
                engines=arguments.engines,
                progress=progress,
            )
            for name in measured.skipped:
                console.note(message("cli", "{name} is not installed and was left out."), name=name)
            for line in as_table(measured).splitlines():
                console.line(line)
            reports.append(measured)
    console.document(as_json(reports))
    return 0


def _at_least(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"must be {least} or more")
        return value

    return number


def _engines(names: str) -> list[str]:
    chosen = names.split(",")
    for name in chosen:
        if name not in ENGINES:
            raise argparse.ArgumentTypeError(f"{name}: choose from {', '.join(ENGINES)}")
    return chosen


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
