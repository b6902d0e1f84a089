"""``snapshelf --shop DIR insight``: what people look for, what sells and what lies, and what to order."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from core.catalog.currencies.shown import shown_amount
from core.insight.as_plain_data import Named, as_plain_data, names_of
from core.insight.insight import Insight, insight
from core.insight.period import period_of, read_day, today_in
from core.insight.telling import year_before
from core.measuring.report.files import require_report_folder
from core.measuring.report.words import Words
from core.messages import message
from core.sales.zones import zone_named
from core.settings import Settings
from desktop_app.console.console import Console, terminal_language
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop

_SHOWN = 10


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``insight``."""
    parser.add_argument(
        "--since",
        metavar="DATE",
        help=console.format(
            message("cli", "the first day, like 2026-06-01; else four weeks before the last")
        ),
    )
    parser.add_argument(
        "--until", metavar="DATE", help=console.format(message("cli", "the last day; else yesterday"))
    )
    parser.add_argument(
        "--zone",
        metavar="ZONE",
        help=console.format(message("cli", "the shop's time zone, like Europe/Berlin; else this computer's")),
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="DIR",
        help=console.format(
            message("cli", "also write a report as HTML, PDF and tables (CSV) into this folder")
        ),
    )
    add_replace_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Add up what the shop's own records say, and show the most important of it."""
    zone = None if arguments.zone is None else zone_named(arguments.zone)
    period = period_of(
        None if arguments.since is None else read_day(arguments.since),
        None if arguments.until is None else read_day(arguments.until),
        today_in(zone),
        zone,
    )
    if arguments.report is not None:
        require_report_folder(arguments.report)  # before minutes of work
    with open_named_shop(arguments, settings) as shop:
        with console.progress() as progress:
            found = insight(shop, period, progress)
        names = names_of(shop.catalog)
        if arguments.report is not None:
            from core.insight.report import write_insight_report

            written = write_insight_report(
                found,
                names,
                arguments.report,
                shop=shop.name,
                say=console.text,
                language=terminal_language(settings.language),
                replace=arguments.replace,
            )
            console.note(message("cli", "The report is {file}."), file=written)
    console.document(as_plain_data(found, names))
    _show(console, found, names)
    return 0


def _show(console: Console, found: Insight, names: Mapping[int, Named]) -> None:
    def line(text: str, **values: object) -> None:
        console.line(console.format(text, **values))

    def title(key: int | None) -> str:
        return names[key].title if key is not None and key in names else "–"

    line(
        message("cli", "{since} to {until}"), since=found.glance.period.since, until=found.glance.period.until
    )
    line(
        message("cli", "Searches: {now} ({before} before), {nothing} of them ended in nothing."),
        now=found.glance.searches.all,
        before=found.glance.searches_before.all,
        nothing=found.unmet.searches,
    )
    for wanted in found.unmet.wanted[:_SHOWN]:
        line(
            message("cli", "  asked for {times} times ({before} before), most like {product}"),
            times=len(wanted.searches),
            before=wanted.before,
            product=title(wanted.nearest),
        )
    for pair in found.confused[:_SHOWN]:
        line(
            message("cli", "  {times} times {said} was shown where {meant} was meant"),
            times=pair.times,
            said=title(pair.said),
            meant=title(pair.meant),
        )
    _show_sales(console, found, names)


def _show_sales(console: Console, found: Insight, names: Mapping[int, Named]) -> None:
    sales = found.glance
    if not sales.all_time.receipts:
        console.note(message("cli", "There are no receipts yet: “sales TABLE” brings a till's."))
        return
    console.line(
        console.format(
            message("cli", "Receipts: {now} ({before} before), {money}"),
            now=sales.now.receipts,
            before=sales.before.receipts,
            money=", ".join(shown_amount(minor, code) for code, minor in sorted(sales.now.money.items())),
        )
    )
    if sales.now.without_amount:
        text = message("cli", "Lines of which the till does not say what they came to: {count}.")
        console.line(console.format(text, count=sales.now.without_amount))
    for told in year_before(found, Words(console.text)):
        console.line(told)
    dead = [one for one in found.stock if one.is_dead]
    if dead:
        text = message("cli", "In stock and not sold once: {count} products.")
        console.line(console.format(text, count=len(dead)))
    for order in found.orders[:_SHOWN]:
        text = message("cli", "  order {pieces} of {product} ({weekly} a week)")
        named = names.get(order.product_id, Named("", ""))
        console.line(
            console.format(text, pieces=order.pieces, product=named.title, weekly=f"{order.weekly:.1f}")
        )
