"""``snapshelf --shop DIR recommend SKU…``: what goes with them, what can stand in, what a customer wants."""

import argparse

from core.messages import message
from core.recommend.for_you import for_you
from core.recommend.goes_with import goes_with
from core.recommend.instead import Substitute, instead
from core.recommend.suggestion import Suggestion
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``recommend``."""
    parser.add_argument("skus", nargs="*", metavar="SKU")
    parser.add_argument(
        "--customer",
        metavar="ID",
        help=console.format(message("cli", "the number of a customer, where the shop keeps them")),
    )
    parser.add_argument(
        "--top", type=int, default=5, metavar="N", help=console.format(message("cli", "how many of each"))
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Say it."""
    with open_named_shop(arguments, settings) as shop:
        asked = [named_product(shop.catalog, sku) for sku in arguments.skus]
        ids = [product.id for product in asked]
        with_it = goes_with(shop, ids, count=arguments.top) if ids else ()
        instead_of = {product.sku: instead(shop, product.id, count=arguments.top) for product in asked}
        wanted = (
            () if arguments.customer is None else for_you(shop, arguments.customer, ids, count=arguments.top)
        )
        skus = {product.id: product.sku for product in asked}
    console.document(
        {
            "goes_with": [_as_json(one, skus) for one in with_it],
            "instead": [
                {"of": sku, **_product(one), "why": str(one.why)}
                for sku, found in instead_of.items()
                for one in found
            ],
            "for_you": None if arguments.customer is None else [_as_json(one, skus) for one in wanted],
        }
    )
    _lines(console, message("cli", "Goes with it:"), with_it)
    for found in instead_of.values():
        _lines(console, message("cli", "Instead of it:"), found)
    if arguments.customer is not None:
        _lines(console, message("cli", "For this customer:"), wanted)
    if not (with_it or any(instead_of.values()) or wanted):
        console.note(message("cli", "There is nothing to suggest."))
    return 0


def _product(one: Suggestion | Substitute) -> dict[str, object]:
    result = one.result
    return {
        "sku": result.sku,
        "title": result.title,
        "price_minor": result.price_minor,
        "currency": result.currency,
        "stock": None if result.stock is None else result.stock.number,
    }


def _as_json(one: Suggestion, skus: dict[int, str]) -> dict[str, object]:
    return {
        **_product(one),
        "of": skus.get(one.of),
        "by": one.ground.value,
        "why": str(one.why),
        "together": one.together,
        "receipts": one.receipts,
        "lift": None if one.lift is None else round(one.lift, 3),
        "p_value": one.p_value,
    }


def _lines(console: Console, title: str, found: tuple[Suggestion | Substitute, ...]) -> None:
    if found:
        console.line(console.format(title))
    for one in found:
        console.line(f"  {one.result.sku}  {one.result.title}  –  {console.text(one.why)}")
