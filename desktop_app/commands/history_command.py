"""``snapshelf --shop DIR history SKU``: how a product's stock came to what it is."""

import argparse
from pathlib import Path

from core.catalog.stock_history import StockChange, stock_history
from core.catalog.tables.history_export import export_history
from core.messages import message
from core.quantities.units import sign
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``history``."""
    parser.add_argument("sku", metavar="SKU")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="TABLE",
        help=console.format(message("cli", "write it to a table (.csv, .tsv, .xlsx) instead")),
    )
    add_replace_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Print every movement, the newest first, or write them to a table."""
    with open_named_shop(arguments, settings) as shop:
        product = named_product(shop.catalog, arguments.sku)
        changes = stock_history(shop.catalog, product.id)
        if arguments.output is not None:
            export_history(shop.catalog, product, arguments.output, replace=arguments.replace)
    console.document([_as_json(change) for change in changes])
    if arguments.output is not None:
        console.note(
            message("cli", "Stock movements written to {file}: {count}."),
            file=arguments.output,
            count=len(changes),
        )
        return 0
    unit = sign(product.unit, chinese=console.is_chinese)
    for change in changes:
        movement = change.movement
        after = "–" if change.stock is None else f"{change.stock} {unit}".rstrip()
        amount = f"{movement.quantity} {unit}".rstrip()
        words = (movement.moved[:16].replace("T", " "), movement.reason.value, amount, f"→ {after}")
        console.line("  ".join([*words, movement.who, movement.note]).rstrip())
    return 0


def _as_json(change: StockChange) -> dict[str, object]:
    movement = change.movement
    return {
        "moved": movement.moved,
        "reason": movement.reason.value,
        "quantity": movement.quantity.number,
        "stock": None if change.stock is None else change.stock.number,
        "who": movement.who,
        "note": movement.note,
        "undone": movement.undone,
    }
