"""``snapshelf --shop DIR find TEXT``: products by their text."""

import argparse

from core.catalog.lists.text_search import find_products
from core.catalog.products.products import Product, products_by_ids
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.filter_argument import add_filter_argument, named_filter
from desktop_app.console.product_line import product_facts
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``find``."""
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument(
        "--top", type=int, default=20, metavar="N", help=console.format(message("cli", "how many products"))
    )
    add_filter_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Print the products that the text means, the likeliest first."""
    with open_named_shop(arguments, settings) as shop:
        filter_ = named_filter(shop.catalog, arguments)
        hits = find_products(shop.catalog, arguments.text, filter_, limit=arguments.top)
        products = products_by_ids(shop.catalog, [hit.product_id for hit in hits])
    console.document([product_as_json(product) for product in products])
    for product in products:
        facts = product_facts(
            console, product.price_minor, product.currency, product.stock, product.unit, product.location
        )
        console.line(f"{product.sku}  {product.title}  [{facts}]")
    if not products:
        console.note(message("cli", "Nothing in this shop fits that text."))
    return 0


def product_as_json(product: Product) -> dict[str, object]:
    """A product for programs; the price in the currency's smallest unit, the stock null if not counted."""
    return {
        "sku": product.sku,
        "title": product.title,
        "category": product.category,
        "brand": product.brand,
        "barcode": product.barcode,
        "price_minor": product.price_minor,
        "currency": product.currency,
        "stock": None if product.stock is None else product.stock.number,
        "unit": product.unit or "",
        "location": product.location,
        "tags": list(product.tags),
        "extra": dict(product.extra),
    }
