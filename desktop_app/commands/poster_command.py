"""``snapshelf --shop DIR poster SKU…|--offers|--back|--new --output FILE``: a poster or a price leaflet."""

import argparse
from datetime import date

from core.advertising.posters.occasions import Occasion, chosen_for
from core.advertising.posters.pages import PosterOptions, poster_pages
from core.advertising.posters.templates import TEMPLATES, template_named
from core.advertising.shown_picture import shown_pictures
from core.advertising.sizes import SIZES, size_named
from core.catalog.products.products import Product
from core.errors import KnownError
from core.messages import message
from core.settings import Settings
from core.shop.shop import Shop
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
    add_advertising_arguments(parser, console, skus="*")
    by_itself = parser.add_mutually_exclusive_group()
    for name, occasion, text in (
        ("--offers", Occasion.OFFER, message("cli", "of what costs less on the first day, instead of SKUs")),
        ("--back", Occasion.BACK, message("cli", "of what was sold out and came back within two weeks")),
        ("--new", Occasion.NEW, message("cli", "of what is new in the shop since thirty days")),
    ):
        by_itself.add_argument(
            name, dest="occasion", action="store_const", const=occasion, help=console.format(text)
        )
    parser.add_argument(
        "--template",
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
        template_named(arguments.template or arguments.occasion or TEMPLATES[0].name),
        size_named(arguments.size) if arguments.size else SIZES[0],
        arguments.language,
        arguments.headline,
        arguments.foot,
        first,
        last,
    )
    with open_named_shop(arguments, settings) as shop, console.progress() as progress:
        products = _products(arguments, shop, console)
        words = words_looked_at(arguments, shop, products, (arguments.headline, arguments.foot))
        made = poster_pages(products, shown_pictures(shop, products, progress), options)
    return write_pages(arguments, console, made, words)


def _products(arguments: argparse.Namespace, shop: Shop, console: Console) -> list[Product]:
    """Those that are named, or those that the occasion is about, as many as a poster holds."""
    if bool(arguments.skus) == bool(arguments.occasion):
        raise KnownError(message("cli", "Name products by their SKU, or say --offers, --back or --new."))
    if arguments.skus:
        return [named_product(shop.catalog, sku) for sku in arguments.skus]
    chosen = chosen_for(shop.catalog, arguments.occasion, arguments.from_day or date.today())
    if chosen.note is not None:
        console.note(chosen.note.text, **chosen.note.values)
    return chosen.products
