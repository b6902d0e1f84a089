"""``snapshelf --shop DIR check``: is everything in the shop as it should be?"""

import argparse

from core.care.check import ShopCheck, check_shop, repair_shop
from core.errors import KnownError
from core.messages import Sentence, message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``check``."""
    parser.add_argument(
        "--repair",
        action="store_true",
        help=console.format(message("cli", "set right what can be set right")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Check, and repair if asked to; 1 if a problem is left."""
    if arguments.shop is None:
        open_named_shop(arguments, settings)  # says what is missing
    try:
        problems = _check(arguments, settings, console)
    except KnownError as error:  # a catalog that cannot be opened is what a check is to find
        problems = [error.sentence]
    console.document({"ok": not problems, "problems": [console.text(problem) for problem in problems]})
    for problem in problems:
        console.error(problem)
    if not problems:
        console.line(console.format(message("cli", "Everything is as it should be.")))
    return 1 if problems else 0


def _check(arguments: argparse.Namespace, settings: Settings, console: Console) -> list[Sentence]:
    with (
        open_named_shop(arguments, settings, write=arguments.repair) as shop,
        console.progress() as progress,
    ):
        found: ShopCheck = check_shop(shop, progress)
        if arguments.repair and not found.ok:
            for problem in found.sentences:
                console.note(message("cli", "Found: {problem}"), problem=problem)
            found = repair_shop(shop, found, progress)
        console.errors(found.files.notes)
        return found.sentences
