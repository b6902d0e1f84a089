"""``snapshelf --shop DIR cut-out [SKU…] --output DIR``: products cut out, as selling platforms want them."""

import argparse
from pathlib import Path

from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import SortBy, ordered_ids
from core.catalog.products.products import products_by_ids
from core.messages import message
from core.platforms.export import Exported, export_cut_outs
from core.platforms.formats import FORMATS, format_named
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``cut-out``."""
    parser.add_argument(
        "skus",
        nargs="*",
        metavar="SKU",
        help=console.format(message("cli", "of which products; of all on the shelf if none is named")),
    )
    parser.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar="DIR",
        help=console.format(message("cli", "the folder that the pictures are written to")),
    )
    parser.add_argument(
        "--format",
        default=FORMATS[0].name,
        metavar="NAME",
        help=console.format(
            message("cli", "which format: {names}"), names=", ".join(one.name for one in FORMATS)
        ),
    )
    parser.add_argument(
        "--unsure",
        action="store_true",
        help=console.format(message("cli", "write those, too, that a person should look at first")),
    )
    add_replace_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Write the pictures, and say of each that was left out why."""
    wanted = format_named(arguments.format)
    with open_named_shop(arguments, settings) as shop, console.progress() as progress:
        if arguments.skus:
            products = [named_product(shop.catalog, sku) for sku in arguments.skus]
        else:
            products = products_by_ids(shop.catalog, ordered_ids(shop.catalog, Filter(), SortBy.SKU).tolist())
        done = export_cut_outs(
            shop,
            products,
            wanted,
            arguments.output,
            doubtful=arguments.unsure,
            replace=arguments.replace,
            progress=progress,
        )
    console.document([_as_json(one, console) for one in done])
    for one in done:
        said = "  ".join(console.text(sentence) for sentence in (*one.doubts, *one.notes))
        console.line(f"{one.sku}  {one.file.name if one.file else '–'}  {said}".rstrip())
    left_out = sum(one.file is None for one in done)
    console.note(
        message("cli", "Pictures written to {folder}: {written}; left out: {left}."),
        written=len(done) - left_out,
        folder=arguments.output,
        left=left_out,
    )
    return 0


def _as_json(one: Exported, console: Console) -> dict[str, object]:
    return {
        "sku": one.sku,
        "photo": one.photo,
        "file": None if one.file is None else str(one.file),
        "sureness": round(one.sureness, 3),
        "doubts": [console.text(sentence) for sentence in one.doubts],
        "notes": [console.text(sentence) for sentence in one.notes],
    }
