"""``snapshelf --shop DIR undo``: the last step - an import, a booking, an edit - taken back as a whole."""

import argparse

from core.catalog.edits.edit_log import Edit, EditKind, steps
from core.catalog.edits.edit_undo import Turned
from core.messages import message
from core.settings import Settings
from core.steps.undo import undo_step
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.program.user_name import user_name

_WORDS = {
    EditKind.CHANGE: message("cli", "change of products"),
    EditKind.ADD: message("cli", "new product"),
    EditKind.ARCHIVE: message("cli", "products taken off the shelf"),
    EditKind.RESTORE: message("cli", "products put back on the shelf"),
    EditKind.PHOTOS: message("cli", "photos of a product"),
    EditKind.IMPORT: message("cli", "import"),
    EditKind.BOOKING: message("cli", "booking of a count"),
    EditKind.MERGE: message("cli", "products merged into one"),
    EditKind.DECISION: message("cli", "decision about photos"),
    EditKind.SALES: message("cli", "receipts"),
}


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``undo``."""
    parser.add_argument(
        "--list",
        action="store_true",
        help=console.format(message("cli", "show the latest steps, and change nothing")),
    )
    parser.add_argument(
        "--top", type=int, default=20, metavar="N", help=console.format(message("cli", "how many steps"))
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Take the last step back, or list the steps."""
    if arguments.list:
        with open_named_shop(arguments, settings) as shop:
            _show_list(console, steps(shop.catalog, arguments.top))
        return 0
    with open_named_shop(arguments, settings, write=True) as shop, console.progress() as progress:
        turned = undo_step(shop, who=user_name(), progress=progress)
    _show_turned(console, turned)
    return 0


def _show_list(console: Console, found: list[Edit]) -> None:
    console.document([_as_json(edit) for edit in found])
    for edit in found:
        line = f"{edit.done[:16].replace('T', ' ')}  {edit.who}  {_words(console, edit)}"
        undone = message("cli", "{step}  (undone)")
        console.line(line if edit.undone is None else console.format(undone, step=line))
    if not found:
        console.note(message("cli", "Nothing was done in this shop that could be undone."))


def _show_turned(console: Console, turned: Turned) -> None:
    console.document(
        {
            "step": _as_json(turned.edit),
            "changed": turned.changed,
            "kept": turned.kept,
            "left": [{"sku": product.sku, "title": product.title} for product in turned.left],
        }
    )
    for product in turned.left:
        console.note(
            message("cli", "{sku} “{title}” was changed since and stays as it is."),
            sku=product.sku,
            title=product.title,
        )
    console.line(console.format(message("cli", "Undone: {step}"), step=_words(console, turned.edit)))
    if turned.edit.kind is EditKind.BOOKING:
        console.line(console.format(message("cli", "Its count is under way again.")))


def _words(console: Console, edit: Edit) -> str:
    what = console.format(_WORDS[edit.kind])
    named = edit.title or (edit.about if edit.kind in (EditKind.IMPORT, EditKind.SALES) else "")
    counted = message("cli", "one product") if edit.products == 1 else message("cli", "{count} products")
    products = console.format(counted, count=edit.products)
    return ", ".join(part for part in (f"{what} {named}".strip(), products) if part)


def _as_json(edit: Edit) -> dict[str, object]:
    return {
        "id": edit.id,
        "kind": edit.kind.value,
        "about": edit.about,
        "title": edit.title,
        "who": edit.who,
        "done": edit.done,
        "undone": edit.undone,
        "products": edit.products,
        "fields": [field.value for field in edit.fields],
    }
