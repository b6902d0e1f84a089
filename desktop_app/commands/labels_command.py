"""``snapshelf --shop DIR labels SKU… --output FILE.pdf``: labels of products, to be printed."""

import argparse
from pathlib import Path

from core import paths
from core.catalog.currencies.shown import MoneyStyle
from core.messages import message
from core.paper.labels.facts import ALL_PARTS, Part
from core.paper.labels.pages import LabelOptions, label_pages
from core.paper.labels.sheets import SHEETS, sheet_named
from core.paper.pdf import write_pdf
from core.paper.typefaces import Typefaces
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop

_AS_IN_STOCK = "stock"


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``labels``."""
    parser.add_argument("skus", nargs="+", metavar="SKU")
    parser.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar="FILE.pdf",
        help=console.format(message("cli", "where the pages are written")),
    )
    parser.add_argument(
        "--sheet",
        default=SHEETS[0].name,
        metavar="NAME",
        help=console.format(
            message("cli", "which labels: {names}"), names=", ".join(sheet.name for sheet in SHEETS)
        ),
    )
    parser.add_argument(
        "--first",
        type=int,
        default=1,
        metavar="N",
        help=console.format(message("cli", "the first free label of a used sheet")),
    )
    parser.add_argument(
        "--copies",
        type=_copies,
        default=1,
        metavar="N|stock",
        help=console.format(message("cli", "of each product; stock: as many as there are")),
    )
    parser.add_argument(
        "--without",
        nargs="+",
        type=Part,
        choices=list(Part),
        default=[],
        metavar="PART",
        help=console.format(message("cli", "what they do not say: {parts}"), parts=", ".join(Part)),
    )
    parser.add_argument(
        "--decimal",
        type=MoneyStyle,
        choices=list(MoneyStyle),
        metavar="SIGN",
        help=console.format(
            message("cli", "the decimal sign of prices; else the one that is usual for their currency")
        ),
    )
    add_replace_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Write the PDF, and say what somebody should know who prints it."""
    options = LabelOptions(
        sheet_named(arguments.sheet),
        arguments.first,
        arguments.copies,
        ALL_PARTS - frozenset(arguments.without),
        arguments.decimal,
        console.is_chinese,
    )
    with open_named_shop(arguments, settings) as shop:
        found = label_pages([named_product(shop.catalog, sku) for sku in arguments.skus], options)
    write_pdf(
        found.pages, Typefaces(paths.resources() / "fonts"), arguments.output, replace=arguments.replace
    )
    notes = [console.text(note) for note in found.notes]
    console.document({"labels": found.labels, "pages": len(found.pages), "notes": notes})
    console.errors(found.notes)
    console.note(
        message("cli", "{labels} labels on {pages} pages written to {file}. Print them at their true size."),
        labels=found.labels,
        pages=len(found.pages),
        file=arguments.output,
    )
    return 0


def _copies(text: str) -> int | None:
    if text == _AS_IN_STOCK:
        return None
    count = int(text)
    if count < 1:
        raise ValueError
    return count
