"""``snapshelf --shop DIR forbidden-words``: the words that ``moderate`` tells of, and editing them."""

import argparse

from core.messages import message
from core.moderation.writing.word_lists import LANGUAGES, ListedWord, add_words, leave_out_words, shop_words
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``forbidden-words``."""
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help=console.format(message("cli", "the list that is meant; needed to change one")),
    )
    parser.add_argument(
        "--add",
        nargs="+",
        default=[],
        metavar="WORD",
        help=console.format(message("cli", "let these be told from now on")),
    )
    parser.add_argument(
        "--remove",
        nargs="+",
        default=[],
        metavar="WORD",
        help=console.format(message("cli", "let these not be told any more")),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Change the shop's lists if any word is given, and show them."""
    changes = bool(arguments.add or arguments.remove)
    with open_named_shop(arguments, settings, write=changes) as shop:
        if changes:
            with shop.catalog.transaction():
                add_words(shop.catalog, arguments.language or "", arguments.add)
                leave_out_words(shop.catalog, arguments.language or "", arguments.remove)
        words = [
            one
            for one in shop_words(shop.catalog)
            if arguments.language is None or one.language == arguments.language
        ]
    console.document([_as_json(one) for one in words])
    for one in words:
        console.line(f"{one.language}  {one.word}  ({console.text(one.source_sentence)})")
    return 0


def _as_json(one: ListedWord) -> dict[str, object]:
    return {"language": one.language, "word": one.word, "source": str(one.source_sentence)}
