"""``snapshelf --shop DIR currency [CODE]``: the shop's currency, shown or chosen."""

import argparse

from core.catalog.currencies.shop_currency import choose_currency, shop_currency
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``currency``."""
    parser.add_argument(
        "code",
        nargs="?",
        metavar="CODE",
        help=console.format(message("cli", "three letters, like EUR; without them the currency is shown")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Choose the currency if one is named, and show it."""
    code = (arguments.code or "").strip().upper()
    with open_named_shop(arguments, settings, write=bool(code)) as shop:
        if code:
            choose_currency(shop.catalog, code)
        chosen = shop_currency(shop.catalog)
    console.document({"currency": chosen})
    console.line(chosen or console.format(message("cli", "No currency was chosen yet.")))
    return 0
