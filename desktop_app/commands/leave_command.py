"""``snapshelf --shop DIR leave``: the shop is on its own again, and keeps all it has."""

import argparse

from core.hub.following import leave_hub
from core.hub.joining import steps_lost
from core.hub.membership import require_membership, waiting_changes
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``leave``."""
    parser.add_argument(
        "--unsent",
        action="store_true",
        help=console.format(
            message("cli", "leave a hub that is away for good; what it was not sent stays here alone")
        ),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Leave the hub; what waits is sent first."""
    with open_named_shop(arguments, settings, write=True) as shop:
        store = require_membership(shop.catalog).store
        waiting = waiting_changes(shop.catalog) if arguments.unsent else 0
        lost = steps_lost(shop.catalog)
        leave_hub(shop, unsent=arguments.unsent)
    console.document({"store": store, "unsent": waiting, "steps_lost": lost})
    console.note(
        message("cli", "This shop is on its own again. Changes that stay here alone: {count}."), count=waiting
    )
    if lost:
        console.note(
            message("cli", "Merges made at the hub that can no longer be taken back: {count}."), count=lost
        )
    return 0
