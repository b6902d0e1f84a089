"""What ``cards`` and ``poster`` share on the command line: of what, in which language, and where to."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from core import paths
from core.advertising.claims import forbidden_in, refuse_forbidden
from core.advertising.notes import Pages
from core.advertising.sizes import SIZES
from core.advertising.words import Language
from core.catalog.products.products import Product
from core.errors import KnownError
from core.messages import Sentence, message
from core.paper.pdf import write_pdf
from core.paper.picture_file import write_pictures
from core.paper.typefaces import Typefaces
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.replace_argument import add_replace_argument

_PDF, _PNG = ".pdf", ".png"


def add_advertising_arguments(parser: argparse.ArgumentParser, console: Console, *, skus: str = "+") -> None:
    """The products, the file, its size and language; ``skus`` is how many there may be, as argparse says."""
    parser.add_argument("skus", nargs=skus, metavar="SKU")
    parser.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar="FILE.pdf|FILE.png",
        help=console.format(message("cli", "where it is written; of several pages each PNG has its number")),
    )
    parser.add_argument(
        "--size",
        metavar="NAME",
        help=console.format(
            message("cli", "the paper, or the shape for a screen: {names}"),
            names=", ".join(size.name for size in SIZES),
        ),
    )
    parser.add_argument(
        "--language",
        type=Language,
        choices=list(Language),
        default=Language.CHINESE if console.is_chinese else Language.ENGLISH,
        help=console.format(message("cli", "of the words on it")),
    )
    parser.add_argument(
        "--despite-words",
        action="store_true",
        help=console.format(message("cli", "make it although words on it are on the shop's lists")),
    )
    add_replace_argument(parser, console)
    parser.add_argument("--json", action="store_true")


def words_looked_at(
    arguments: argparse.Namespace, shop: Shop, products: Sequence[Product], own: Sequence[str] = ()
) -> list[Sentence]:
    """What is told of the words on it, where they are meant all the same.

    Raises:
        KnownError: there are such words, and nobody said that they are meant; or the file's name ends
            neither way.
    """
    if arguments.output.suffix.lower() not in (_PDF, _PNG):
        raise KnownError(
            message("cli", "The name {file} has to end in .pdf or .png."), file=arguments.output.name
        )
    found = forbidden_in(shop.catalog, products, own)
    if not arguments.despite_words:
        refuse_forbidden(found)
    return found


def write_pages(
    arguments: argparse.Namespace, console: Console, made: Pages, words: Sequence[Sentence]
) -> int:
    """Write the pages as the file's name says, and tell what is to be known of them."""
    typefaces = Typefaces(paths.resources() / "fonts")
    output: Path = arguments.output
    files = [output]
    if output.suffix.lower() == _PDF:
        write_pdf(made.pages, typefaces, output, replace=arguments.replace)
    else:
        files = write_pictures(made.pages, typefaces, output, made.size.pixels, replace=arguments.replace)
    notes = [*words, *made.notes]
    console.document(
        {
            "files": [str(file) for file in files],
            "pages": len(made.pages),
            "notes": [console.text(note) for note in notes],
        }
    )
    console.errors(notes)
    console.note(message("cli", "Pages written to {file}: {pages}."), pages=len(made.pages), file=files[0])
    return 0
