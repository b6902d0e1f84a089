"""``snapshelf --shop DIR sync [--watch] [--hold all|ours]``: a round with the hub, or one after the other;
what gave way, and what this till holds."""

import argparse
from typing import Any

from core.errors import KnownError
from core.hub.following import follow, reached_hub
from core.hub.holding import product_at_hub, set_hold, take_in
from core.hub.membership import require_membership
from core.hub.overridden import dismiss, take_back
from core.hub.standing import HubState
from core.hub.watching import watch
from core.messages import message
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.hold_argument import add_hold_argument
from desktop_app.console.hub_round import round_as_json, show_round
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.program.user_name import user_name


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``sync``."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--watch",
        action="store_true",
        help=console.format(message("cli", "stay in step until Ctrl+C; with --json one document a round")),
    )
    what.add_argument(
        "--take-back",
        type=int,
        metavar="N",
        help=console.format(message("cli", "say again what was said here and gave way, by its number")),
    )
    what.add_argument(
        "--seen",
        action="store_true",
        help=console.format(message("cli", "list no longer what gave way so far")),
    )
    what.add_argument(
        "--take-in",
        metavar="SKU",
        help=console.format(message("cli", "this store sells a product of another one, too")),
    )
    add_hold_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Synchronise; first do what was asked for."""
    with open_named_shop(arguments, settings, write=True) as shop:
        if arguments.hold is not None:
            set_hold(shop.catalog, arguments.hold)
        if arguments.watch:
            watch(shop, _Told(shop, console))
            return 0
        if arguments.take_back is not None and take_back(shop, arguments.take_back, who=user_name()) is None:
            raise KnownError(message("cli", "It is so already."))
        if arguments.seen:
            dismiss(shop.catalog)
        if arguments.take_in is not None:
            with reached_hub(require_membership(shop.catalog)) as connection:
                product = product_at_hub(connection, arguments.take_in)
            take_in(shop.catalog, product)
        with console.progress() as progress:
            state = follow(shop, progress)
        document = round_as_json(shop, state)
    console.document(document)
    return show_round(console, state, document)


class _Told:
    """Tells of rounds: what is there to be looked at once, not after each round anew."""

    def __init__(self, shop: Shop, console: Console) -> None:
        self._shop, self._console = shop, console
        self._known: dict[str, list[Any]] = {"overridden": [], "made_twice": []}

    def __call__(self, state: HubState) -> None:
        """A round ended."""
        document = round_as_json(self._shop, state)
        self._console.document(document)
        new = {
            name: [one for one in document[name] if one not in known] for name, known in self._known.items()
        }
        show_round(self._console, state, document | new)
        self._known = {name: document[name] for name in self._known}
