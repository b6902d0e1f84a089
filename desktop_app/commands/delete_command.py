"""``snapshelf --shop DIR delete SKU…``: archived products deleted for good, with their photos."""

import argparse
import dataclasses

from core.care.deletion import delete_for_good
from core.catalog.edits.deletion import what_would_go
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``delete``."""
    parser.add_argument("skus", nargs="+", metavar="SKU")
    parser.add_argument(
        "--yes",
        action="store_true",
        help=console.format(message("cli", "delete them; without it, only what would go is shown")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Say what would go, or delete it."""
    with open_named_shop(arguments, settings, write=arguments.yes) as shop, console.progress() as progress:
        ids = [named_product(shop.catalog, sku).id for sku in arguments.skus]
        gone = delete_for_good(shop, ids, progress) if arguments.yes else what_would_go(shop.catalog, ids)
    console.document({**dataclasses.asdict(gone), "deleted": arguments.yes})
    words = (
        message(
            "cli", "Deleted for good. Products: {products}, photos: {photos}, stock movements: {movements}."
        )
        if arguments.yes
        else message(
            "cli", "This would go. Products: {products}, photos: {photos}, stock movements: {movements}."
        )
    )
    console.line(console.format(words, products=gone.products, photos=gone.photos, movements=gone.movements))
    if not arguments.yes:
        console.note(message("cli", "Nothing was deleted. There is no undo: add --yes to delete it."))
    return 0
