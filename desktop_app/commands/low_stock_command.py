"""``snapshelf --shop DIR low-stock [MARK]``: of what there is too little, and at how much that begins."""

import argparse

from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import SortBy, ordered_ids
from core.catalog.low_stock import choose_shop_mark, shop_mark
from core.catalog.products.products import Product, products_by_ids
from core.catalog.written_quantities import read_quantity
from core.messages import message
from core.quantities.quantity import Quantity
from core.quantities.units import sign
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``low-stock``."""
    parser.add_argument(
        "mark",
        nargs="?",
        metavar="MARK",
        help=console.format(
            message("cli", "so much or less of a product without its own mark is too little, from now on")
        ),
    )
    parser.add_argument(
        "--none", action="store_true", help=console.format(message("cli", "the shop has no mark of its own"))
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Set the shop's mark if one is given; list the products that are low, the least stock first."""
    wanted = None if arguments.mark is None else read_quantity(arguments.mark, ".")
    is_chosen = arguments.none or wanted is not None
    with open_named_shop(arguments, settings, write=is_chosen) as shop:
        if is_chosen:
            choose_shop_mark(shop.catalog, None if arguments.none else wanted)
        mark = shop_mark(shop.catalog)
        ids = ordered_ids(shop.catalog, Filter(low=True), SortBy.STOCK).tolist()
        products = products_by_ids(shop.catalog, ids)
    console.document(
        {"mark": None if mark is None else mark.number, "products": [_as_json(one, mark) for one in products]}
    )
    for product in products:
        unit = sign(product.unit, chinese=console.is_chinese)
        console.line(f"{product.sku}  {product.title}  {product.stock} {unit}".rstrip())
    if mark is None:
        console.note(message("cli", "The shop has no mark of its own: low-stock 5 sets one, for instance."))
    elif not products:
        console.note(message("cli", "There is enough of every product that was counted."))
    return 0


def _as_json(product: Product, shops: Quantity | None) -> dict[str, object]:
    mark = product.low if product.low is not None else shops
    return {
        "sku": product.sku,
        "title": product.title,
        "stock": None if product.stock is None else product.stock.number,
        "unit": product.unit or "",
        "mark": None if mark is None else mark.number,
    }
