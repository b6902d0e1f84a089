"""``snapshelf --shop DIR export TABLE``: the catalog as a table that imports again with nothing lost."""

import argparse
from pathlib import Path

from core.catalog.tables.export import export_table
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``export``."""
    parser.add_argument(
        "table", type=Path, metavar="TABLE", help=console.format(message("cli", "a .csv, .tsv or .xlsx file"))
    )
    add_replace_argument(parser, console)


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Write the table; the photos in it are named by their absolute paths."""
    with open_named_shop(arguments, settings) as shop, console.progress() as progress:
        count = export_table(
            shop.catalog,
            arguments.table.absolute(),
            lambda sha256: str(shop.files.path(sha256)),
            progress=progress,
            replace=arguments.replace,
        )
    console.note(message("cli", "Products written to {file}: {count}."), count=count, file=arguments.table)
    return 0
