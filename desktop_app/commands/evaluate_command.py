"""``snapshelf --shop DIR evaluate TABLE``: how well the shop's products are recognised."""

import argparse
from pathlib import Path

from core.embedding.measures import Measure
from core.ingest.photo_table import PhotoTable, read_photo_table
from core.measuring.evaluation import evaluate
from core.measuring.report.files import require_report_folder
from core.messages import message
from core.search.witnesses.all import WITNESSES
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console, terminal_language
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``evaluate``."""
    parser.add_argument(
        "table",
        type=Path,
        metavar="TABLE",
        help=console.format(message("cli", "columns photo and sku; an empty sku: the shop does not have it")),
    )
    parser.add_argument("--measure", type=Measure, choices=list(Measure), default=Measure.COSINE)
    parser.add_argument(
        "--without",
        action="append",
        choices=[witness.name for witness in WITNESSES],
        default=[],
        help=console.format(message("cli", "leave this witness out; may be given several times")),
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="DIR",
        help=console.format(message("cli", "also write a report that any browser opens, into this folder")),
    )
    parser.add_argument(
        "--compare",
        action="store_true",
        help=console.format(
            message("cli", "compare ways to recognise: classic, small network, each backbone, with lessons")
        ),
    )
    parser.add_argument(
        "--pipelines",
        metavar="NAME,NAME…",
        default="",
        help=console.format(message("cli", "only these of the compared ways")),
    )
    add_replace_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Search with every photo of the table and print the figures."""
    if arguments.report is not None:
        require_report_folder(arguments.report)  # before minutes of work
    table = read_photo_table(arguments.table)
    with open_named_shop(arguments, settings) as shop:
        shop.index(arguments.measure)
        console.errors(shop.notices)
        if arguments.compare or arguments.pipelines:
            _compare(shop, table, arguments, settings, console)
        else:
            _evaluate(shop, table, arguments, settings, console)
    return 0


def _evaluate(
    shop: Shop, table: PhotoTable, arguments: argparse.Namespace, settings: Settings, console: Console
) -> None:
    with console.progress() as progress:
        evaluation = evaluate(
            shop, table.photos, measure=arguments.measure, without=arguments.without, progress=progress
        )
    for skip in (*table.skipped, *evaluation.skipped):
        console.note(message("cli", "{row}: {reason}"), row=skip.row, reason=skip.reason)
    document = evaluation.as_json()
    document["skipped"] += [{"row": skip.row, "reason": str(skip.reason)} for skip in table.skipped]
    if arguments.report is not None:
        from core.measuring.report.evaluation import write_report

        language = terminal_language(settings.language)
        written = write_report(
            evaluation,
            arguments.report,
            shop=shop.name,
            say=console.text,
            language=language,
            replace=arguments.replace,
        )
        console.note(message("cli", "The report is {file}."), file=written)
    console.document(document)
    figures = ("photos", "top1", "top5", "top10", "mrr", "precision", "recall", "f1", "unknown_auroc", "ece")
    for name in figures:
        value = document[name]
        if value is not None:
            console.line(f"{name:14} {value if isinstance(value, int) else f'{value:.3f}'}")
    console.line(f"{'model':14} {document['model']}, {document['measure']}")
    console.line(f"{'seconds':14} {document['seconds']:.1f}")


def _compare(
    shop: Shop, table: PhotoTable, arguments: argparse.Namespace, settings: Settings, console: Console
) -> None:
    from core.measuring.compared.compare import Row
    from core.measuring.compared.shop_comparison import compare_shop

    names = [name.strip() for name in arguments.pipelines.split(",") if name.strip()]
    head = f"{'pipeline':40}" + "".join(f"{name:>9}" for name in ("top1", "top5", "top10", "mrr", "f1"))

    def show(row: Row) -> None:
        if row.figures is None:
            reason = console.text(row.reason) if row.reason is not None else ""
            console.line(f"{row.pipeline:40}   {reason}")
            return
        found = row.figures
        shares = (found.top1, found.top5, found.top10, found.mrr, found.f1)
        figures = "".join(f"{'–' if value is None else f'{value:.3f}':>9}" for value in shares)
        times = "".join(
            f"{'–' if value is None else f'{value:.1f}':>9}" for value in (row.seconds, row.ms_per_photo)
        )
        console.line(f"{row.pipeline:40}{figures}{times}")

    console.line(f"{head}{'seconds':>9}{'ms/photo':>9}")
    with console.progress() as progress:
        rows = compare_shop(shop, table.photos, names, progress=progress, after_each=show)
    if arguments.report is not None:
        from core.measuring.report.comparison import write_comparison

        language = terminal_language(settings.language)
        written = write_comparison(
            rows,
            arguments.report,
            shop=shop.name,
            say=console.text,
            language=language,
            replace=arguments.replace,
        )
        console.note(message("cli", "The report is {file}."), file=written)
    console.document({"photos": len(table.photos), "pipelines": [row.as_json() for row in rows]})
