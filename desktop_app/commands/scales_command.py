"""``snapshelf --shop DIR scales [FORMAT…]``: what the digits of the labels of the shop's scales mean."""

import argparse

from core.catalog.scales.shop_formats import choose_scale_formats, scale_formats
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``scales``."""
    parser.add_argument(
        "formats",
        nargs="*",
        metavar="FORMAT",
        help=console.format(
            message(
                "cli",
                "the 13 digits of a label, like 21PPPPPWW.WWWX: P product, W weight, Q pieces, M price, V "
                "check digit of those, X check digit; without any the formats are shown",
            )
        ),
    )
    parser.add_argument(
        "--none", action="store_true", help=console.format(message("cli", "the shop has no scale labels"))
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Set the formats if any are given, and show them."""
    is_chosen = bool(arguments.formats) or arguments.none
    with open_named_shop(arguments, settings, write=is_chosen) as shop:
        if is_chosen:
            choose_scale_formats(shop.catalog, [] if arguments.none else arguments.formats)
        formats = [format_.text for format_ in scale_formats(shop.catalog)]
    console.document({"formats": formats})
    for format_ in formats:
        console.line(format_)
    if not formats:
        console.line(console.format(message("cli", "No scale labels are read in this shop.")))
    return 0
