"""``snapshelf --shop DIR cards SKU… --output FILE``: product cards for customers; several are compared."""

import argparse

from core.advertising.cards.pages import CardOptions, card_pages
from core.advertising.shown_picture import shown_pictures
from core.advertising.sizes import size_named
from core.messages import message
from core.settings import Settings
from desktop_app.console.advertising_arguments import (
    add_advertising_arguments,
    words_looked_at,
    write_pages,
)
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``cards``."""
    add_advertising_arguments(parser, console)
    parser.add_argument(
        "--separate",
        action="store_true",
        help=console.format(message("cli", "a page for each product, instead of side by side")),
    )


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Write the cards."""
    size = size_named(arguments.size) if arguments.size else None
    options = CardOptions(size, arguments.language, not arguments.separate)
    with open_named_shop(arguments, settings) as shop, console.progress() as progress:
        products = [named_product(shop.catalog, sku) for sku in arguments.skus]
        words = words_looked_at(arguments, shop, products)
        made = card_pages(products, shown_pictures(shop, products, progress), options)
    return write_pages(arguments, console, made, words)
