"""``snapshelf --shop DIR customers list|keep|export|forget``: customers who are known by a number."""

import argparse
import dataclasses
from pathlib import Path

from core.catalog.sales.customer_data import export_customer
from core.catalog.sales.customers import customers
from core.errors import KnownError
from core.messages import message
from core.policy import load_policy
from core.sales.forgetting import forget_customer, keep_customers
from core.settings import Settings
from core.shop.customer_choice import keeps_customers_here
from desktop_app.console.console import Console
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``customers``."""
    parser.add_argument("--json", action="store_true")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    helps = {
        "list": message("cli", "list them, with how many receipts there are of each"),
        "keep": message("cli", "keep numbers of customers with receipts that come in, or forget them all"),
        "export": message("cli", "write all that is known of one customer"),
        "forget": message("cli", "delete one customer, to the last byte; the receipts stay, as anybody's"),
    }
    for name, text in helps.items():
        action = actions.add_parser(name, help=console.format(text))
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        if name == "keep":
            action.add_argument("keep", choices=("on", "off"))
        elif name != "list":
            action.add_argument("number", metavar="NUMBER")
        if name == "export":
            action.add_argument("file", type=Path, metavar="FILE.json")
            add_replace_argument(action, console)


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Do what was asked."""
    changes = arguments.action in ("keep", "forget")
    with open_named_shop(arguments, settings, write=changes) as shop, console.progress() as progress:
        if arguments.action == "keep":
            if load_policy().keep_customers is not None:
                raise KnownError(
                    message("cli", "The policy of this computer decides whether customers are kept.")
                )
            keep_customers(shop, arguments.keep == "on", progress)
        elif arguments.action == "forget":
            forget_customer(shop, arguments.number, progress)
        elif arguments.action == "export":
            export_customer(shop.catalog, arguments.number, arguments.file, replace=arguments.replace)
        is_kept, found = keeps_customers_here(shop), customers(shop.catalog)
    console.document({"kept": is_kept, "customers": [dataclasses.asdict(one) for one in found]})
    if arguments.action == "list":
        for one in found:
            told = message("cli", "{number}  receipts: {receipts}, {first} – {last}")
            console.line(
                console.format(
                    told, number=one.number, receipts=one.receipts, first=one.first_day, last=one.last_day
                )
            )
    kept = message("cli", "Numbers of customers are kept with receipts. Customers: {count}.")
    not_kept = message("cli", "Numbers of customers are not kept. Customers: {count}.")
    console.line(console.format(kept if is_kept else not_kept, count=len(found)))
    return 0
