"""``snapshelf --shop DIR restore FILE``: a shop brought back from a backup."""

import argparse
from pathlib import Path

from core.care.restore import restore_shop
from core.errors import KnownError
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``restore``."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=console.format(message("cli", "a backup that this program wrote")),
    )


def run(arguments: argparse.Namespace, _settings: Settings, console: Console) -> int:
    """Restore; what was there before is kept aside."""
    if arguments.shop is None:
        raise KnownError(message("cli", "Say which shop is meant: snapshelf --shop DIR …"))
    with console.progress() as progress:
        kept = restore_shop(arguments.shop.absolute(), arguments.file, progress)
    console.note(message("cli", "The shop in {folder} is restored."), folder=arguments.shop)
    if kept is not None:
        console.note(
            message(
                "cli",
                "What was there before, lessons too, is kept until the next restore: restoring {file} brings "
                "it back.",
            ),
            file=kept,
        )
    return 0
