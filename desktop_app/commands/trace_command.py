"""``snapshelf --shop DIR trace FOLDER|PHOTO|PAGE|VIDEO…``: which of these are made of the shop's photos."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from core.copies.looking_through import Traced, look_through
from core.copies.telling import as_document
from core.evidence.report import CopiesReport
from core.messages import message
from core.settings import Settings
from core.signed_log.key import has_key
from desktop_app.console.console import Console
from desktop_app.console.replace_argument import add_replace_argument
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``trace``."""
    parser.add_argument("sources", nargs="+", type=Path, metavar="FOLDER|PHOTO|PAGE|VIDEO")
    parser.add_argument(
        "--report",
        type=Path,
        metavar="DIR",
        help=console.format(
            message("cli", "also write a signed report of the copies, as HTML and PDF, into this folder")
        ),
    )
    add_replace_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Look at each picture; one that cannot be read is named, and the others go on."""
    document: list[dict[str, object]] = []
    lines: list[str] = []
    failed = 0
    is_first = arguments.report is not None and arguments.shop and not has_key(arguments.shop)
    with open_named_shop(arguments, settings, write=bool(is_first)) as shop, console.progress() as progress:
        report = None if arguments.report is None else CopiesReport(shop, arguments.report, arguments.replace)
        for traced in look_through(shop, arguments.sources, progress):
            if report is not None:
                report.add(traced)
            if traced.given.problem is not None:
                console.note(
                    message("cli", "{row}: {reason}"), row=traced.given.name, reason=traced.given.problem
                )
                failed = 1
            document.extend(as_document(shop, [traced]))
            lines.extend(_lines(console, traced))
        if report is not None and report.copies:
            language = "zh-CN" if console.is_chinese else "en"
            written = report.write(say=console.text, language=language, progress=progress)
            console.note(message("cli", "Report written: {file}"), file=written.page)
        elif report is not None:
            console.note(message("cli", "No copy was found, so no report was written."))
    console.document(document)
    for line in lines:
        console.line(line)
    console.line(
        console.format(
            message("cli", "{made} of {count} pictures are made of photos of this shop."),
            made=sum(bool(one["copies"]) for one in document),
            count=len(document),
        )
    )
    return failed


def _lines(console: Console, traced: Traced) -> Iterator[str]:
    given = traced.given
    place = "" if given.time_s is None else f" ({given.time_s:.1f} s)"
    for found in traced.found:
        facts = " · ".join(console.text(edit) for edit in found.copy.edits)
        sure = min(0.99, found.copy.score)  # never quite
        told = f"{given.name}{place}: {found.product.title} [{found.product.sku}] {sure:.0%}"
        yield f"{told} · {facts}" if facts else told
