"""``snapshelf --shop DIR add-photos``: more photos of products, or of the shop that nobody labelled."""

import argparse
from pathlib import Path

from core.catalog.photos.photos import PhotoKind
from core.describe.describing import describe_photos
from core.errors import KnownError
from core.ingest.label_reading import read_labels
from core.ingest.photo_folder import add_photo_folder, read_photo_folder
from core.ingest.photo_table import add_photos
from core.ingest.product_import import ImportReport
from core.ingest.text_image import show_photos
from core.ingest.unlabelled.adding import WalkReport, add_unlabelled_photos
from core.learning.second_look import weigh
from core.messages import message
from core.progress import ReportProgress
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.commands.import_command import show_report
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``add-photos``."""
    parser.add_argument("sources", nargs="+", type=Path, metavar="TABLE|FOLDER|PHOTO|VIDEO")
    parser.add_argument(
        "--unlabelled",
        action="store_true",
        help=console.format(
            message("cli", "folders, photos and films of the shop; nobody says what they show")
        ),
    )
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
    sources: list[Path] = arguments.sources
    if not arguments.unlabelled and len(sources) > 1:
        raise KnownError(
            message("cli", "Name one table or folder, or say --unlabelled for photos of the shop.")
        )
    with open_named_shop(arguments, settings, write=True) as shop, console.progress() as progress:
        if arguments.unlabelled:
            _show_walk(console, add_unlabelled_photos(shop, sources, progress))
        else:
            show_report(console, _add(shop, sources[0], arguments.kind, progress))
            read_labels(shop, progress)
            describe_photos(shop, progress)
            show_photos(shop, progress)
            weigh(shop, progress)
    return 0


def _add(shop: Shop, source: Path, kind: PhotoKind, progress: ReportProgress) -> ImportReport:
    if source.is_dir():
        return add_photo_folder(shop, read_photo_folder(shop.catalog, source), kind=kind, progress=progress)
    return add_photos(shop, source, kind=kind, progress=progress)


def _show_walk(console: Console, report: WalkReport) -> None:
    console.document(
        {
            "added": report.added,
            "known": report.known,
            "alike": report.alike,
            "unlabelled": report.total,
            "skipped": [{"row": skip.row, "reason": str(skip.reason)} for skip in report.skipped],
            "seconds": round(report.seconds, 3),
        }
    )
    for skip in report.skipped:
        console.note(message("cli", "{row}: {reason}"), row=skip.row, reason=skip.reason)
    console.line(
        console.format(
            message(
                "cli",
                "{added} photos added that nobody labelled; passed over: {known} that are there already, "
                "{alike} that show the same view. The shop has {total} of them. {seconds} seconds.",
            ),
            added=report.added,
            known=report.known,
            alike=report.alike,
            total=report.total,
            seconds=f"{report.seconds:.1f}",
        )
    )
