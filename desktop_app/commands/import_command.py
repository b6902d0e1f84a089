"""``snapshelf --shop DIR import TABLE|FOLDER``: a merchant's products into the shop."""

import argparse
from dataclasses import replace
from pathlib import Path

from core.catalog.currencies.shop_currency import choose_currency
from core.catalog.photos.photos import PhotoKind
from core.catalog.tables.choices import NOTHING_CHOSEN
from core.catalog.tables.fields import FIELDS
from core.catalog.tables.said_mapping import parse_mapping
from core.describe.describing import describe_photos
from core.errors import KnownError
from core.ingest.folder import import_folder
from core.ingest.label_reading import read_labels
from core.ingest.product_import import ImportReport
from core.ingest.table import import_table, plan_table
from core.ingest.text_image import show_photos
from core.messages import message
from core.moderation.imported import look_at_imported, waiting_of_step
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.console.table_arguments import add_table_arguments, table_choices
from desktop_app.program.user_name import user_name

_EXAMPLE = "sku=Code"


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``import``."""
    parser.add_argument("source", type=Path, metavar="TABLE|FOLDER")
    add_table_arguments(parser, console, _EXAMPLE)
    parser.add_argument(
        "--currency",
        metavar="CODE",
        help=console.format(
            message("cli", "the shop's currency, like EUR: of prices that do not say theirs; is remembered")
        ),
    )
    parser.add_argument(
        "--photos",
        choices=[kind.value for kind in PhotoKind],
        help=console.format(
            message("cli", "what the photos are: catalog photos, or taken in the shop; else it is guessed")
        ),
    )
    parser.add_argument(
        "--moderate",
        action="store_true",
        help=console.format(message("cli", "look at the photos that came for what must not be shown, too")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Import, with a progress bar, and say what was done and what was left out."""
    mapping = parse_mapping(arguments.map, FIELDS, _EXAMPLE)
    source: Path = arguments.source
    said = table_choices(arguments)
    choices = replace(said, photos=arguments.photos, guess_others=True)
    currency = (arguments.currency or "").strip().upper()
    with (
        open_named_shop(arguments, settings, create=True, write=True) as shop,
        console.progress() as progress,
    ):
        if source.is_dir():
            if arguments.dry_run or mapping or said != NOTHING_CHOSEN or currency:
                raise KnownError(
                    message(
                        "cli",
                        "--dry-run, --map, --currency, --decimal, --encoding and --sheet are for tables; "
                        "{folder} is a folder.",
                    ),
                    folder=source,
                )
            kind = None if arguments.photos is None else PhotoKind(arguments.photos)
            report = import_folder(shop, source, kind=kind, who=user_name(), progress=progress)
        elif arguments.dry_run:
            report = plan_table(shop, source, mapping or None, choices=choices, currency=currency)
        else:
            if currency:
                choose_currency(shop.catalog, currency)
            report = import_table(
                shop, source, mapping or None, choices=choices, who=user_name(), progress=progress
            )
        waiting = None
        if not arguments.dry_run:
            read_labels(shop, progress)
            describe_photos(shop, progress)
            show_photos(shop, progress)
            if arguments.moderate:
                waiting = 0 if report.step is None else look_at_imported(shop, report.step, progress)
            elif report.step is not None:  # what their words say is known without a look
                waiting = len(waiting_of_step(shop.catalog, report.step)) or None
    show_report(console, report, waiting)
    return 0


def show_report(console: Console, report: ImportReport, waiting: int | None = None) -> None:
    """The report as the command line's contract has it, or in words.

    Args:
        waiting: how many products wait for a decision about what was seen on their photos; None where
            nobody looked and their words say nothing.
    """
    console.document(
        {
            "products": report.products,
            "photos": report.photos,
            "created": report.created,
            "updated": report.updated,
            "unchanged": report.unchanged,
            "photos_added": report.photos_added,
            "skipped": [{"row": skip.row, "reason": str(skip.reason)} for skip in report.skipped],
            "notes": [str(note) for note in report.notes],
            "seconds": round(report.seconds, 3),
            "step": report.step,
            **({} if waiting is None else {"waiting": waiting}),
        }
    )
    console.errors(report.notes)
    for skip in report.skipped:
        console.note(message("cli", "{row}: {reason}"), row=skip.row, reason=skip.reason)
    console.line(
        console.format(
            message(
                "cli",
                "Products: {products}, of them {created} new, {updated} changed, {unchanged} unchanged. "
                "Photos: {photos}, of them {added} new. {seconds} seconds.",
            ),
            products=report.products,
            created=report.created,
            updated=report.updated,
            unchanged=report.unchanged,
            photos=report.photos,
            added=report.photos_added,
            seconds=f"{report.seconds:.1f}",
        )
    )
    if waiting is not None:
        seen = message(
            "cli",
            "Products with findings that wait for a decision: {count}. “snapshelf moderate” lists them.",
        )
        console.line(console.format(seen, count=waiting))
