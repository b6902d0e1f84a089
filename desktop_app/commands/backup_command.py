"""``snapshelf --shop DIR backup FILE``: the whole shop in one file."""

import argparse
from pathlib import Path

from core.care.archive import write_archive
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``backup``."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=console.format(message("cli", "the backup to write, a .zip file")),
    )
    add_replace_argument(parser, console)


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Write the backup, which is verified before it counts; the shop may be in use."""
    with open_named_shop(arguments, settings) as shop, console.progress() as progress:
        console.errors(shop.notices)
        report = write_archive(shop.catalog, shop.folder, arguments.file, progress, replace=arguments.replace)
    console.note(
        message("cli", "Backup written to {file}: {photos} photos, {size} MB."),
        file=arguments.file,
        photos=report.photos,
        size=f"{report.size / 1e6:.1f}",
    )
    if report.lost_photos_of:
        console.note(
            message("cli", "{count} photos are missing or damaged: {products}."),
            count=report.missing_photos,
            products=", ".join(report.lost_photos_of),
        )
    return 0
