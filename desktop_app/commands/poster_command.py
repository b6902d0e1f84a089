"""``snapshelf --shop DIR poster SKU… --template NAME --output FILE``: a poster or a price leaflet."""

import argparse
from datetime import date

from core.advertising.posters.pages import PosterOptions, poster_pages
from core.advertising.posters.templates import TEMPLATES, template_named
from core.advertising.shown_picture import shown_pictures
from core.advertising.sizes import SIZES, size_named
from core.errors import KnownError
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
    """What the command line says after ``poster``."""
    add_advertising_arguments(parser, console)
    parser.add_argument(
        "--template",
        default=TEMPLATES[0].name,
        metavar="NAME",
        help=console.format(
            message("cli", "which look: {names}"), names=", ".join(one.name for one in TEMPLATES)
        ),
    )
    for name, text in (
        ("--headline", message("cli", "the words at the top, instead of the template's")),
        ("--foot", message("cli", "the shop's own line at the foot, as its address")),
    ):
        parser.add_argument(name, default="", metavar="TEXT", help=console.format(text))
    for name, text in (
        ("--from", message("cli", "the first day on which it holds, as 2026-12-01; prices are those of it")),
        ("--until", message("cli", "the last day on which it holds")),
    ):
        parser.add_argument(
            name, dest=name.strip("-") + "_day", type=date.fromisoformat, metavar="DAY",
            help=console.format(text),
        )  # fmt: skip


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Write the poster."""
    first, last = arguments.from_day, arguments.until_day
    if first is not None and last is not None and last < first:
        raise KnownError(message("cli", "The last day is before the first: turn them round."))
    options = PosterOptions(
        template_named(arguments.template),
        size_named(arguments.size) if arguments.size else SIZES[0],
        arguments.language,
        arguments.headline,
        arguments.foot,
        first,
        last,
    )
    with open_named_shop(arguments, settings) as shop, console.progress() as progress:
        products = [named_product(shop.catalog, sku) for sku in arguments.skus]
        words = words_looked_at(arguments, shop, products, (arguments.headline, arguments.foot))
        made = poster_pages(products, shown_pictures(shop, products, progress), options)
    return write_pages(arguments, console, made, words)
