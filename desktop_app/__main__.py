"""Where the program starts: arguments to a command, or to the window.

Commands never import Qt; the window is painted before anything heavy is imported.
"""

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from core import paths
from core.errors import Cancelled, KnownError
from core.messages import Sentence, message
from core.plain_text import plain_line
from core.policy import load_policy
from core.settings import load_settings
from desktop_app.console.console import Console, ReaderGone, terminal_language
from desktop_app.program.logs import start_logging
from desktop_app.program.streams import make_streams_fit
from desktop_app.window.start import open_window

COMMANDS = {
    "demo": message("cli", "open the window on the built-in demo shop"),
    "import": message("cli", "import a table or a folder of pictures into the shop"),
    "sales": message("cli", "bring receipts of a till into the shop"),
    "insight": message("cli", "show what people look for, what sells and lies, and what to order"),
    "recommend": message(
        "cli", "say what goes with products, what can stand in for them, what a customer may want"
    ),
    "customers": message("cli", "list, export and forget customers who are known by a number"),
    "add-photos": message("cli", "add photos to products, or photos of the shop that nobody labelled"),
    "search": message("cli", "find the product on each picture"),
    "count": message("cli", "find every product in a picture of several or a film, with its place"),
    "find": message("cli", "find products by their text"),
    "trace": message(
        "cli", "find out which pictures, films, PDFs and saved pages are made of the shop's photos"
    ),
    "evidence": message("cli", "show and check the log that says since when the shop has its photos"),
    "duplicates": message("cli", "list products that may be one, and photos that are copies; merge them"),
    "moderate": message("cli", "look for what must not be shown on photos, and decide about them"),
    "blur-faces": message("cli", "make faces unrecognisable in counter photos that are kept already"),
    "forbidden-words": message("cli", "show and change the words that may not stand on photos"),
    "never-sell": message("cli", "say which goods this shop never sells, so that they are found"),
    "evaluate": message("cli", "measure how well the shop's products are recognised"),
    "learn": message("cli", "teach the shop; what proves better is put in use"),
    "models": message("cli", "show the shop's lessons, use another one, remove one"),
    "undo": message("cli", "take the last step back: an import, a booking, an edit; as a whole"),
    "describe": message("cli", "say what is seen on products' photos: colours, patterns, kinds"),
    "return": message("cli", "find what a customer brings back and its receipt, and book the return"),
    "delivery": message("cli", "compare a delivery note with what was unpacked, and book the delivery"),
    "low-stock": message("cli", "list what is running out, and set at how much that begins"),
    "history": message("cli", "show how a product's stock came to what it is"),
    "delete": message("cli", "delete archived products for good, with their photos"),
    "currency": message("cli", "show the shop's currency, or choose it"),
    "scales": message("cli", "show how labels of the shop's scales are read, or set it"),
    "export": message("cli", "write the catalog into a table"),
    "labels": message("cli", "write price and shelf labels of products as a PDF"),
    "cards": message("cli", "write product cards for customers as a PDF or PNG; several side by side"),
    "poster": message("cli", "write a poster or price leaflet of products as a PDF or PNG"),
    "cut-out": message("cli", "cut products out of their photos, as selling platforms want them"),
    "check": message("cli", "check the shop's files, and repair them"),
    "backup": message("cli", "write the whole shop into one file"),
    "restore": message("cli", "bring a shop back from a backup"),
    "hub": message("cli", "make and look after the PostgreSQL database that joins stores"),
    "join": message("cli", "make the shop a till of a hub that joins stores"),
    "sync": message("cli", "bring the shop and its hub in step, once or as long as it runs"),
    "leave": message("cli", "leave the hub: the shop is on its own again, and keeps all it has"),
    "bench": message("cli", "measure the search index against others"),
}
"""Name on the command line to its help; the code is in desktop_app/commands."""

OK, KNOWN_ERROR, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code (argparse exits by itself with 2 on wrong usage)."""
    if argv is None:
        logging.captureWarnings(True)  # libraries': they are for the log, not for whoever asked for something
    try:
        code = _run(argv)
    except ReaderGone:
        code = OK
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # or Python's own end would speak of it
    return code


def _run(argv: Sequence[str] | None) -> int:
    make_streams_fit()  # first, for the processes that the next line ends in
    if paths.is_frozen():
        import multiprocessing

        multiprocessing.freeze_support()
    # A shop's photos, prices and searches are nobody else's on this computer. A folder that several accounts
    # share gets an access list (setfacl --default), which comes before this.
    os.umask(0o077)
    arguments_given = list(sys.argv[1:] if argv is None else argv)
    own, policy = load_settings(paths.settings_file()), load_policy()
    settings = policy.apply(own)
    console = Console(language=terminal_language(settings.language))
    for warning in policy.warnings:
        console.error(warning)
    parser, module = _parser(arguments_given, console)
    arguments = parser.parse_args(arguments_given)
    console.as_json = getattr(arguments, "json", False)
    try:
        if arguments.verbose and module is not None:
            start_logging(None, verbose=True)
        if module is None:
            shop = _shop_for_window(arguments.shop, policy.shop)
            return open_window(shop, own, policy, verbose=arguments.verbose)
        if arguments.shop is None:
            arguments.shop = policy.shop
        return int(module.run(arguments, settings, console))
    except KnownError as error:
        console.error(error.sentence)
        return KNOWN_ERROR
    except (KeyboardInterrupt, Cancelled):
        console.error(Sentence(message("cli", "Stopped. What was finished before is kept.")))
        return INTERRUPTED


def _shop_for_window(named: Path | None, decided: Path | None) -> Path | None:
    """The shop of the command line or of the policy; the window opens no other than the policy's."""
    if decided is not None and named is not None and named.absolute() != decided:
        raise KnownError(
            message("cli", "On this computer the shop is set to {shop}. Start without --shop."), shop=decided
        )
    return named or decided


class _Parser(argparse.ArgumentParser):
    """As argparse's own, but what was typed is shown plain when it is quoted."""

    def error(self, message: str) -> NoReturn:
        super().error(plain_line(message))


class _TellVersion(argparse.Action):
    """As argparse's own, but the version is read when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        from core.program_version import program_version

        sys.stdout.write(f"Snapshelf {program_version()}\n")
        parser.exit()


def _parser(given: Sequence[str], console: Console) -> tuple[argparse.ArgumentParser, ModuleType | None]:
    """The parser with the chosen command's own arguments, and that command's module (None: the window)."""
    parser = _Parser(
        prog="snapshelf",
        description=console.format(
            message(
                "cli", "Find the products of your own shop by picture. Without a command the window opens."
            )
        ),
    )
    parser.add_argument(
        "--version", action=_TellVersion, nargs=0, help="show program's version number and exit"
    )
    parser.add_argument(
        "--shop", type=Path, metavar="DIR", help=console.format(message("cli", "the shop's folder"))
    )
    parser.add_argument(
        "--verbose",
        action="store_true",
        help=console.format(message("cli", "write down every step, also to the terminal")),
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    chosen = next((argument for argument in given if argument in COMMANDS), None)
    module: ModuleType | None = None
    for name, help_text in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=console.format(help_text))
        if name == chosen:
            module = importlib.import_module(f"desktop_app.commands.{name.replace('-', '_')}_command")
            module.add_arguments(subparser, console)
    return parser, module


if __name__ == "__main__":
    sys.exit(main())
