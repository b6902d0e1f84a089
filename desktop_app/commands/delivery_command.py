"""``snapshelf --shop DIR delivery NOTE [--counted TABLE|PHOTO…] [--book]``: a note against what came."""

import argparse
from pathlib import Path

from core.deliveries.booking import book_delivery
from core.deliveries.comparison import Compared, Comparison, State, compare
from core.deliveries.counting import read_counted
from core.deliveries.reading import read_note
from core.messages import Sentence, message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.program.user_name import user_name

_STATES = {
    State.AS_NOTED: message("cli", "as noted"),
    State.MISSING: message("cli", "missing"),
    State.TOO_MANY: message("cli", "too many"),
    State.NOT_ORDERED: message("cli", "not on the note"),
}


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``delivery``."""
    parser.add_argument("note", type=Path, metavar="NOTE", help=console.format(
        message("cli", "the delivery note: a table, or a photo of the paper")
    ))  # fmt: skip
    parser.add_argument(
        "--counted",
        nargs="+",
        type=Path,
        metavar="TABLE|PHOTO",
        help=console.format(
            message("cli", "what was unpacked: a table, or pictures of the goods; else as the note says")
        ),
    )
    parser.add_argument(
        "--book", action="store_true", help=console.format(message("cli", "book what was unpacked"))
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Compare, tell the differences, and book if that is wanted."""
    with open_named_shop(arguments, settings, write=arguments.book) as shop, console.progress() as progress:
        note = read_note(shop, arguments.note)
        counted, skipped = None, [*note.skipped]
        if arguments.counted:
            counted, left_out = read_counted(shop, arguments.counted, progress)
            skipped += left_out
        delivery = compare(shop.catalog, note.lines, counted)
        booked = book_delivery(shop, delivery, note.name, who=user_name()) if arguments.book else None
    console.document(
        {
            "note": str(arguments.note),
            "booked_before": note.booked or None,
            "as_noted": delivery.is_as_noted,
            "lines": [_as_json(line) for line in delivery.lines],
            "unknown": [
                {"code": line.code, "title": line.title, "quantity": line.quantity.number}
                for line in delivery.unknown
            ],
            "skipped": [{"row": one.row, "reason": console.text(one.reason)} for one in skipped],
            "booked": None if booked is None else {"step": booked.id, "products": booked.products},
        }
    )
    _show(console, delivery)
    if note.booked:
        text = message("cli", "A delivery “{name}” with goods of this note was booked on {day} already.")
        console.note(text, name=note.name, day=note.booked)
    for one in skipped:
        console.error(Sentence(message("cli", "Row {row}: {reason}"), {"row": one.row, "reason": one.reason}))
    if booked is None:
        console.note(message("cli", "Nothing was booked: --book books what was unpacked."))
    else:
        text = message("cli", "Booked for {count} products. “undo” takes it back as a whole.")
        console.note(text, count=booked.products)
    return 0


def _show(console: Console, delivery: Comparison) -> None:
    for line in delivery.lines:
        state = console.format(_STATES[line.state])
        console.line(f"  {line.product.sku}  {line.product.title}  {line.counted} / {line.noted}  {state}")
    for one in delivery.unknown:
        unknown = console.format(message("cli", "no such product in the shop"))
        console.line(f"  {one.code}  {one.title}  {one.quantity}  {unknown}")


def _as_json(line: Compared) -> dict[str, object]:
    return {
        "sku": line.product.sku,
        "title": line.product.title,
        "noted": line.noted.number,
        "counted": line.counted.number,
        "state": str(line.state),
    }
