"""``snapshelf --shop DIR find TEXT``: products by their text."""

import argparse

from core.catalog.products.products import Product, products_by_ids
from core.catalog.scales.weighed import Weighed, weighed
from core.messages import message
from core.quantities.quantity import Quantity
from core.quantities.units import sign
from core.search.by_words import find_by_words
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.filter_argument import add_filter_argument, named_filter
from desktop_app.console.product_line import product_facts, sale_as_json
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
        found = find_by_words(shop, arguments.text, filter_, limit=arguments.top)
        products = products_by_ids(shop.catalog, [hit.product_id for hit in found.hits])
        label = weighed(shop.catalog, arguments.text.strip())
    why = {hit.product_id: hit.why.value for hit in found.hits}
    console.document([{**product_as_json(product, label), "why": why[product.id]} for product in products])
    if found.meant:
        console.note(
            message("cli", "Nothing fits “{typed}”. Did you mean “{meant}”?"),
            typed=arguments.text,
            meant=found.meant,
        )
    for product in products:
        facts = product_facts(console, product)
        amount = _on_label(product, label)
        on_label = "" if amount is None else f"  {amount} {sign(product.unit)}".rstrip()
        console.line(f"{product.sku}  {product.title}{on_label}  [{facts}]")
    not_counted = sum(product.stock is None for product in products)
    if filter_.in_stock and not_counted:
        console.note(
            message("cli", "{count} of these were not counted: they may be on the shelf."), count=not_counted
        )
    if not products:
        console.note(message("cli", "Nothing in this shop fits that text."))
    return 0


def product_as_json(product: Product, label: Weighed | None = None) -> dict[str, object]:
    """A product for programs; the price in the currency's smallest unit, the stock null if not counted.

    Where ``label`` is a scale's and of this product, ``quantity`` says how much of it that is.
    """
    amount = _on_label(product, label)
    return {
        **({} if amount is None else {"quantity": amount.number}),
        "sku": product.sku,
        "title": product.title,
        "category": product.category,
        "brand": product.brand,
        "barcode": product.barcode,
        "price_minor": product.price_minor,
        "currency": product.currency,
        "sale": sale_as_json(product.sale),
        "stock": None if product.stock is None else product.stock.number,
        "unit": product.unit or "",
        "location": product.location,
        "tags": list(product.tags),
        "extra": dict(product.extra),
    }


def _on_label(product: Product, label: Weighed | None) -> Quantity | None:
    return label.quantity if label is not None and label.product.id == product.id else None
