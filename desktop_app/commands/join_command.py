"""``snapshelf --shop DIR join URL --store NAME``: the shop becomes a till of a hub."""

import argparse
from dataclasses import replace

from core.errors import KnownError
from core.hub.following import follow, join_hub
from core.messages import message
from core.settings import Settings
from core.shop.opening import CATALOG_FILE
from desktop_app.console.console import Console
from desktop_app.console.hold_argument import add_hold_argument
from desktop_app.console.hub_address import address_and_password
from desktop_app.console.hub_round import round_as_json, show_round
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``join``."""
    parser.add_argument(
        "url",
        metavar="URL",
        help=console.format(message("cli", "the hub's address: postgresql://name@computer/database")),
    )
    parser.add_argument(
        "--store",
        required=True,
        metavar="NAME",
        help=console.format(message("cli", "the store that this shop is, or is a till of")),
    )
    add_hold_argument(parser, console)
    parser.add_argument(
        "--new",
        action="store_true",
        help=console.format(
            message("cli", "make the shop, in a folder that holds none; it gets what the hub has")
        ),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Join, and do the first round.

    A mistyped folder would become a shop that gets all from the hub; so a new one is made where that is said.
    """
    if not arguments.new and arguments.shop is not None and not (arguments.shop / CATALOG_FILE).exists():
        text = message("cli", "There is no shop in {folder}. To make a new one there, say so: join --new")
        raise KnownError(text, folder=arguments.shop)
    url, password = address_and_password(arguments.url, console)
    with (
        open_named_shop(arguments, settings, create=arguments.new, write=True) as shop,
        console.progress() as progress,
    ):
        told = join_hub(shop, url, password, arguments.store, progress, hold=arguments.hold)
        state = follow(shop, progress)
        if state.done is not None:  # what was told on joining was sent, too
            state = replace(state, done=replace(state.done, sent=told + state.done.sent))
        document = round_as_json(shop, state)
    console.document(document)
    return show_round(console, state, document)
