"""``snapshelf --shop DIR evidence log|verify``: since when the shop has its photos; does that stand?"""

import argparse

from core.catalog.photo_log.lines import log_what_has_no_line
from core.messages import message
from core.settings import Settings
from core.signed_log.signatures import fingerprint
from core.signed_log.verification import LogCheck, check_log
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``evidence``."""
    parser.add_argument("--json", action="store_true")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    helps = {
        "log": message("cli", "show the log of photos; photos that it does not know yet get their line"),
        "verify": message("cli", "say whether the log of photos is as it was written and signed"),
    }
    for name, text in helps.items():
        action = actions.add_parser(name, help=console.format(text))
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Do what was asked; 1 if something is not as it was written."""
    is_log = arguments.action == "log"
    with open_named_shop(arguments, settings, write=is_log) as shop:
        if is_log:
            added = log_what_has_no_line(shop.catalog)
            if added:
                text = message("cli", "Lines written for photos that were in the shop already: {count}.")
                console.note(text, count=added)
        with console.progress() as progress:
            found = check_log(shop.catalog, shop.folder, progress)
    return _show(console, found)


def _show(console: Console, found: LogCheck) -> int:
    console.document(
        {
            "ok": not found.problems,
            "lines": found.lines,
            "unsigned": found.unsigned,
            "without_line": found.without_line,
            "head": None
            if not found.heads
            else {
                "line": found.heads[-1].number,
                "digest": found.heads[-1].digest,
                "signed": found.heads[-1].signed,
                "public_key": found.heads[-1].public_key,
                "signature": found.heads[-1].signature,
            },
            "keys": [fingerprint(key) for key in found.keys],
            "problems": [console.text(problem) for problem in found.problems],
        }
    )
    facts: list[tuple[str, dict[str, object]]] = [
        (message("cli", "Photos in the log: {count}."), {"count": found.lines})
    ]
    if found.heads:
        head = found.heads[-1]
        text = message("cli", "Signed up to line {line}, {signed}: {digest}")
        facts.append((text, {"line": head.number, "signed": head.signed, "digest": head.digest}))
    facts += [(message("cli", "Key: {fingerprint}"), {"fingerprint": fingerprint(key)}) for key in found.keys]
    if found.unsigned:
        facts.append((message("cli", "Lines without a signature: {count}."), {"count": found.unsigned}))
    if found.without_line:
        text = message("cli", "Photos that the log does not know: {count}. Call “evidence log”.")
        facts.append((text, {"count": found.without_line}))
    for text, values in facts:
        console.line(console.format(text, **values))
    console.errors(found.problems)
    if not found.problems:
        console.line(console.format(message("cli", "The log is as it was written and signed.")))
    return 1 if found.problems else 0
