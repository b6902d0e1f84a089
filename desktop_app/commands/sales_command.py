"""``snapshelf --shop DIR sales TABLE``: a till's receipts into the shop."""

import argparse
from pathlib import Path

from core.catalog.tables.said_mapping import parse_mapping
from core.messages import message
from core.sales.columns import FIELDS
from core.sales.importing import import_sales, plan_sales
from core.sales.moments import DayOrder
from core.sales.reading import SalesChoices
from core.sales.report import SalesReport
from core.sales.zones import zone_named
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.console.table_arguments import add_table_arguments, table_choices
from desktop_app.program.user_name import user_name

_SHOWN = 20
_EXAMPLE = "receipt=Number"


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``sales``."""
    parser.add_argument("table", type=Path, metavar="TABLE")
    add_table_arguments(parser, console, _EXAMPLE)
    parser.add_argument(
        "--no-stock",
        action="store_true",
        help=console.format(
            message("cli", "leave the stock as it is: the till keeps it, and its tables bring it")
        ),
    )
    parser.add_argument(
        "--zone",
        metavar="ZONE",
        help=console.format(message("cli", "the till's time zone, like Europe/Berlin; else this computer's")),
    )
    parser.add_argument(
        "--days",
        choices=[order.value for order in DayOrder],
        help=console.format(message("cli", "what stands first in days such as 3/4/2026")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Import, with a progress bar, and say what was done and what was left out."""
    choices = SalesChoices(
        table_choices(arguments),
        None if arguments.zone is None else zone_named(arguments.zone),
        None if arguments.days is None else DayOrder(arguments.days),
    )
    mapping = parse_mapping(arguments.map, FIELDS, _EXAMPLE)
    with (
        open_named_shop(arguments, settings, write=not arguments.dry_run) as shop,
        console.progress() as progress,
    ):
        if arguments.dry_run:
            report = plan_sales(shop, arguments.table, mapping, choices=choices)
        else:
            report = import_sales(
                shop,
                arguments.table,
                mapping,
                choices=choices,
                book_stock=not arguments.no_stock,
                who=user_name(),
                progress=progress,
            )
    _show(console, report)
    return 0


def _show(console: Console, report: SalesReport) -> None:
    console.document(
        {
            "till": report.till,
            "receipts": report.receipts,
            "new_receipts": report.new_receipts,
            "lines": report.lines,
            "new_lines": report.new_lines,
            "linked": report.linked,
            "moved": report.moved,
            "customers": report.customers,
            "unknown": [{"code": one.code, "title": one.title, "lines": one.lines} for one in report.unknown],
            "left_out": {kind.value: count for kind, count in report.left_out.items()},
            "skipped": [{"row": skip.row, "reason": str(skip.reason)} for skip in report.skipped],
            "notes": [str(note) for note in report.notes],
            "seconds": round(report.seconds, 3),
            "step": report.step,
        }
    )
    console.errors(report.notes)
    for skip in report.skipped:
        console.note(message("cli", "{row}: {reason}"), row=skip.row, reason=skip.reason)
    for one in report.unknown[:_SHOWN]:
        console.note(
            message("cli", "Not in this shop: {code} “{title}”, lines: {count}."),
            code=one.code,
            title=one.title,
            count=one.lines,
        )
    if len(report.unknown) > _SHOWN:
        console.note(
            message("cli", "Further products that are not in this shop: {count}."),
            count=len(report.unknown) - _SHOWN,
        )
    console.line(
        console.format(
            message(
                "cli",
                "Receipts: {receipts}, of them {new} new, with {lines} lines. Products whose stock moved: "
                "{moved}. {seconds} seconds.",
            ),
            receipts=report.receipts,
            new=report.new_receipts,
            lines=report.lines,
            moved=report.moved,
            seconds=f"{report.seconds:.1f}",
        )
    )
