"""``snapshelf --shop DIR return SKU|PHOTO``: what is brought back, its receipt, and the return booked."""

import argparse
from datetime import date
from pathlib import Path

from core.answer import Verdict
from core.catalog.clean_text import clean_line
from core.catalog.currencies.shown import shown_amount
from core.catalog.products.products import Product, product_by_sku
from core.catalog.written_quantities import read_quantity
from core.errors import KnownError
from core.goods_back.booking import Booked, Condition, book_return
from core.goods_back.sold_lines import MOST, SoldLine, sold_lines
from core.messages import message
from core.search.answering import answer
from core.search.see import see
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.program.user_name import user_name


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``return``."""
    parser.add_argument("what", metavar="SKU|PHOTO")
    for name, text in (
        ("--customer", message("cli", "the customer's number, to find the receipt")),
        ("--day", message("cli", "the day of the receipt, as 2026-11-28")),
        ("--receipt", message("cli", "the number of the receipt")),
        ("--reason", message("cli", "why it comes back")),
    ):
        parser.add_argument(name, default="", metavar=name.strip("-").upper(), help=console.format(text))
    parser.add_argument(
        "--quantity",
        type=read_quantity,
        default=read_quantity("1"),
        metavar="N",
        help=console.format(message("cli", "how much comes back")),
    )
    parser.add_argument(
        "--condition",
        type=Condition,
        choices=list(Condition),
        default=Condition.STOCK,
        help=console.format(message("cli", "whether it is sold again or written off")),
    )
    parser.add_argument(
        "--book", action="store_true", help=console.format(message("cli", "book it, not only look it up"))
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Find the product and its receipts; with ``--book`` the newest that fits is the one it is on."""
    with open_named_shop(arguments, settings, write=arguments.book) as shop:
        product = _product(shop, arguments.what)
        named = [clean_line(text) for text in (arguments.customer, arguments.day, arguments.receipt)]
        if named[1]:
            _require_day(named[1])
        is_asked = any(named)
        lines = sold_lines(shop.catalog, product.id, customer=named[0], day=named[1], number=named[2])
        booked = None
        if arguments.book:
            fitting = (line for line in lines if is_asked and line.left >= arguments.quantity)
            sold = next(fitting, None)
            if is_asked and sold is None:
                raise KnownError(
                    message("cli", "No receipt fits on which so much of {product} can still come back."),
                    product=product.title,
                )
            booked = book_return(
                shop, product, arguments.quantity, arguments.condition,
                reason=arguments.reason, sold=sold, who=user_name(),
            )  # fmt: skip
    console.document(
        {
            "sku": product.sku,
            "title": product.title,
            "receipts": [_as_json(line) for line in lines[:MOST]],
            "booked": None if booked is None else _booked_as_json(booked),
        }
    )
    console.line(f"{product.title}  [{product.sku}]")
    for line in lines[:MOST]:
        paid = "–" if line.paid_minor is None else shown_amount(line.paid_minor, line.currency)
        console.line(f"  {line.day}  {line.number}  {line.quantity} ({line.left})  {paid}")
    if len(lines) > MOST:
        console.note(
            message(
                "cli", "These are the last {count} receipts; --customer, --day or --receipt finds older ones."
            ),
            count=MOST,
        )
    if booked is None:
        console.note(message("cli", "Receipts found: {count}. Nothing was booked."), count=len(lines[:MOST]))
    else:
        console.note(message("cli", "The return is booked. “undo” takes it back."))
    return 0


def _product(shop: Shop, what: str) -> Product:
    """The product with this number, or that is surely on this picture.

    Raises:
        KnownError: there is none, or it is not sure.
    """
    known = product_by_sku(shop.catalog, what)
    if known is not None or not Path(what).is_file():
        return known or named_product(shop.catalog, what)
    found = answer(shop, see(shop, [Path(what)]))
    if found.verdict is Verdict.MATCH:
        return named_product(shop.catalog, found.results[0].sku)
    raise KnownError(
        message("cli", "It is not sure what {photo} shows. Say the number; it looks most like: {skus}."),
        photo=Path(what).name,
        skus=", ".join(result.sku for result in found.results[:3]) or "–",
    )


def _require_day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise KnownError(message("cli", "“{day}” is no day: write it as 2026-11-28."), day=text) from error


def _as_json(line: SoldLine) -> dict[str, object]:
    return {
        "receipt": line.number,
        "day": line.day,
        "till": line.till,
        "place": line.place,
        "quantity": line.quantity.number,
        "left": line.left.number,
        "paid_minor": line.paid_minor,
        "currency": line.currency,
    }


def _booked_as_json(booked: Booked) -> dict[str, object]:
    return {"step": booked.edit.id, "stock": None if booked.stock is None else booked.stock.number}
