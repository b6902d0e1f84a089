"""``snapshelf --shop DIR evidence log|verify|request|stamp``: since when the shop has its photos.

``verify REPORT`` and ``stamp`` of a report need no shop: they are for whoever was handed one.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from core.catalog.photo_log.lines import log_what_has_no_line
from core.errors import KnownError
from core.evidence.stamps import LogStamp, log_stamps, report_stamp, take_answer, write_log_request
from core.evidence.statement import check_report
from core.evidence.time_stamps import TimeStamp
from core.messages import Sentence, message
from core.settings import Settings
from core.signed_log.signatures import fingerprint
from core.signed_log.verification import LogCheck, check_log
from desktop_app.console.console import Console
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop

Told = list[tuple[str, dict[str, object]]]


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``evidence``."""
    parser.add_argument("--json", action="store_true")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    helps = {
        "log": message("cli", "show the log of photos; photos that it does not know yet get their line"),
        "verify": message("cli", "say whether the log, or a report, is as it was written and signed"),
        "request": message("cli", "write a request for a time stamp over the log, for an authority"),
        "stamp": message("cli", "look at the answer of a time stamp authority, and keep it"),
    }
    for name, text in helps.items():
        action = actions.add_parser(name, help=console.format(text))
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        if name == "verify":
            about = message("cli", "the folder of a report; without it the shop's log")
            action.add_argument("report", nargs="?", type=Path, help=console.format(about))
        elif name == "request":
            action.add_argument("file", type=Path, metavar="FILE.tsq")
            add_replace_argument(action, console)
        elif name == "stamp":
            action.add_argument("request", type=Path, metavar="REQUEST.tsq")
            action.add_argument("answer", type=Path, metavar="ANSWER.tsr")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Do what was asked; 1 if something is not as it was written."""
    if arguments.action == "request":
        return _request(arguments, settings, console)
    if arguments.action == "stamp":
        return _stamp(arguments, settings, console)
    if arguments.action == "verify" and arguments.report is not None:
        return _verify_report(arguments.report, console)
    return _log(arguments, settings, console)


def _log(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    is_log = arguments.action == "log"
    with open_named_shop(arguments, settings, write=is_log) as shop:
        if is_log:
            added = log_what_has_no_line(shop.catalog)
            if added:
                text = message("cli", "Lines written for photos that were in the shop already: {count}.")
                console.note(text, count=added)
        with console.progress() as progress:
            found = check_log(shop.catalog, shop.folder, progress)
        stamps, changed = log_stamps(shop.catalog)
    return _show_log(console, found, stamps, [*found.problems, *changed])


def _show_log(
    console: Console, found: LogCheck, stamps: Sequence[LogStamp], problems: Sequence[Sentence]
) -> int:
    head = found.heads[-1] if found.heads else None
    console.document(
        {
            "ok": not problems,
            "lines": found.lines,
            "unsigned": found.unsigned,
            "without_line": found.without_line,
            "head": None
            if head is None
            else {
                "line": head.number,
                "digest": head.digest,
                "signed": head.signed,
                "public_key": head.public_key,
                "signature": head.signature,
            },
            "keys": [fingerprint(key) for key in found.keys],
            "stamps": [{"line": one.number, **_as_json(one.stamp)} for one in stamps],
            "problems": [console.text(problem) for problem in problems],
        }
    )
    told: Told = [(message("cli", "Photos in the log: {count}."), {"count": found.lines})]
    if head is not None:
        text = message("cli", "Signed up to line {line}, {signed}: {digest}")
        told.append((text, {"line": head.number, "signed": head.signed, "digest": head.digest}))
    told += [(message("cli", "Key: {fingerprint}"), {"fingerprint": fingerprint(key)}) for key in found.keys]
    for one in stamps:
        text = message("cli", "Time stamp over the lines up to {line}: {stamped}, {authority}")
        values = {"line": one.number, "stamped": one.stamp.stamped, "authority": one.stamp.authority}
        told.append((text, values))
    if found.unsigned:
        told.append((message("cli", "Lines without a signature: {count}."), {"count": found.unsigned}))
    if found.without_line:
        text = message("cli", "Photos that the log does not know: {count}. Call “evidence log”.")
        told.append((text, {"count": found.without_line}))
    _lines(console, told)
    return _ended(console, problems, message("cli", "The log is as it was written and signed."))


def _verify_report(folder: Path, console: Console) -> int:
    found = check_report(folder)
    problems, stamp = [*found.problems], None
    try:
        stamp = report_stamp(folder if folder.is_dir() else folder.parent)
    except KnownError as error:
        problems.append(error.sentence)
    console.document(
        {
            "ok": not problems,
            "made": found.made,
            "copies": found.cases,
            "key": fingerprint(found.public_key),
            "stamp": None if stamp is None else _as_json(stamp),
            "problems": [console.text(problem) for problem in problems],
        }
    )
    told: Told = [
        (message("cli", "Made {made}; copies: {count}."), {"made": found.made, "count": found.cases}),
        (message("cli", "Key: {fingerprint}"), {"fingerprint": fingerprint(found.public_key)}),
    ]
    _lines(console, told)
    if stamp is not None:
        _show_stamp(console, stamp)
    whole = message("cli", "The report is as it was signed. Compare the key with what the shop tells.")
    return _ended(console, problems, whole)


def _request(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    with open_named_shop(arguments, settings) as shop:
        number = write_log_request(shop, arguments.file, replace=arguments.replace)
    console.document({"file": str(arguments.file), "line": number})
    console.note(
        message(
            "cli",
            "The request for a time stamp over the lines up to {line} is in {file}: have it stamped where "
            "there is a network, and give the answer to “evidence stamp”.",
        ),
        line=number,
        file=arguments.file,
    )
    return 0


def _stamp(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    if arguments.shop is None:
        stamp, number = take_answer(None, arguments.request, arguments.answer)
    else:
        with open_named_shop(arguments, settings, write=True) as shop:
            stamp, number = take_answer(shop.catalog, arguments.request, arguments.answer)
    console.document({"line": number, **_as_json(stamp)})
    _show_stamp(console, stamp)
    if number is not None:
        text = message("cli", "Kept with the log: the lines up to {line} were there then.")
        console.line(console.format(text, line=number))
    return 0


def _show_stamp(console: Console, stamp: TimeStamp) -> None:
    told: Told = [
        (
            message("cli", "Stamped {stamped} by {authority}, number {serial}."),
            {"stamped": stamp.stamped, "authority": stamp.authority, "serial": stamp.serial},
        ),
        (
            message("cli", "Its certificate, SHA-256: {certificate}"),
            {"certificate": stamp.certificate_sha256},
        ),
        (
            message(
                "cli",
                "Not checked: whether that certificate is to be trusted or was revoked. Compare it with what "
                "the authority publishes.",
            ),
            {},
        ),
    ]
    _lines(console, told)


def _as_json(stamp: TimeStamp) -> dict[str, object]:
    return {
        "stamped": stamp.stamped,
        "authority": stamp.authority,
        "serial": stamp.serial,
        "certificate_sha256": stamp.certificate_sha256,
    }


def _lines(console: Console, told: Told) -> None:
    for text, values in told:
        console.line(console.format(text, **values))


def _ended(console: Console, problems: Sequence[Sentence], whole: str) -> int:
    console.errors(problems)
    if not problems:
        console.line(console.format(whole))
    return 1 if problems else 0
