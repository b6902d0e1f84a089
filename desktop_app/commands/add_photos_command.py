"""``snapshelf --shop DIR add-photos TABLE``: more photos of products that the shop has."""

import argparse
from pathlib import Path

from core.catalog.photos.photos import PhotoKind
from core.ingest.photo_table import add_photos
from core.messages import message
from core.settings import Settings
from desktop_app.commands.import_command import show_report
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``add-photos``."""
    parser.add_argument("table", type=Path, metavar="TABLE")
    parser.add_argument(
        "--kind",
        type=PhotoKind,
        choices=list(PhotoKind),
        default=PhotoKind.COUNTER,
        help=console.format(message("cli", "what the photos show; counter photos unless said otherwise")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Add the photos, with a progress bar, and say what was left out."""
    with open_named_shop(arguments, settings, write=True) as shop, console.progress() as progress:
        report = add_photos(shop, arguments.table, kind=arguments.kind, progress=progress)
    show_report(console, report)
    return 0
