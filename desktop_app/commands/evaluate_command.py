"""``snapshelf --shop DIR evaluate TABLE``: how well the shop's products are recognised."""

import argparse
from pathlib import Path

from core.embedding.measures import Measure
from core.evaluation import evaluate
from core.ingest.photo_table import read_photo_table
from core.messages import message
from core.settings import Settings
from desktop_app.commands.console import Console
from desktop_app.commands.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``evaluate``."""
    parser.add_argument(
        "table",
        type=Path,
        metavar="TABLE",
        help=console.format(message("cli", "columns photo and sku; an empty sku: the shop does not have it")),
    )
    parser.add_argument("--measure", type=Measure, choices=list(Measure), default=Measure.COSINE)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Search with every photo of the table and print the figures."""
    table = read_photo_table(arguments.table)
    with open_named_shop(arguments, settings) as shop, console.progress() as progress:
        evaluation = evaluate(shop, table.photos, measure=arguments.measure, progress=progress)
    for skip in (*table.skipped, *evaluation.skipped):
        console.note(message("cli", "{row}: {reason}"), row=skip.row, reason=skip.reason)
    document = evaluation.as_json()
    document["skipped"] += [{"row": skip.row, "reason": str(skip.reason)} for skip in table.skipped]
    console.document(document)
    for name in ("photos", "top1", "top5", "top10", "mrr", "precision", "recall", "f1", "unknown_auroc"):
        value = document[name]
        if value is not None:
            console.line(f"{name:14} {value if isinstance(value, int) else f'{value:.3f}'}")
    console.line(f"{'model':14} {document['model']}, {document['measure']}")
    console.line(f"{'seconds':14} {document['seconds']:.1f}")
    return 0
