"""``snapshelf --shop DIR count PHOTO|VIDEO…``: every product in a picture or film, with its place."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from core.answer import Result
from core.errors import KnownError
from core.filmed.counting import count_film
from core.imaging.decode import decode_with_size
from core.imaging.picture_kinds import is_film
from core.messages import message
from core.scene.counting import PICTURE_SIDE, Piece, count_pieces
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.film_lines import clock, note_if_nothing_was_sharp
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``count``."""
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO|VIDEO")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Count on each picture; one that cannot be read is named, and the others go on."""
    counted: list[dict[str, object]] = []
    failed = 0
    with open_named_shop(arguments, settings) as shop:
        console.errors(shop.notices)
        for photo in arguments.photos:
            try:
                if is_film(photo.name):
                    counted.append(_film(shop, photo, console))
                    continue
                image, size = decode_with_size(photo, max_side=PICTURE_SIDE)
                with console.progress() as progress:
                    pieces = count_pieces(shop, image, progress)
            except KnownError as error:
                console.error(error.sentence)
                failed = 1
                continue
            counted.append({"photo": str(photo), "products": [_as_json(piece, size) for piece in pieces]})
            _show(console, photo, [(piece.product, piece.confidence) for piece in pieces])
    console.document(counted)
    return failed


def _film(shop: Shop, path: Path, console: Console) -> dict[str, object]:
    """Count what a film shows, each piece once; as the command line's contract has it."""
    with console.progress() as progress:
        found = count_film(shop, path, progress)
    _show(console, path, [(piece.product, piece.confidence) for piece in found.pieces])
    note_if_nothing_was_sharp(console, path, found.frames)
    for at_ms in found.torn_at_ms:
        text = message(
            "cli", "{name}: at {time} the film goes on elsewhere; what it shows again counts again"
        )
        console.note(text, name=path.name, time=clock(at_ms))
    return {
        "photo": str(path),
        "products": [
            {
                "sku": None if piece.product is None else piece.product.sku,
                "box": list(piece.box),
                "confidence": round(piece.confidence, 4),
                "time_s": piece.at_ms / 1000,
                "frames": piece.frames,
            }
            for piece in found.pieces
        ],
        "seconds": found.of_ms / 1000,
        "frames": found.frames,
        "torn_s": [at_ms / 1000 for at_ms in found.torn_at_ms],
    }


def _as_json(piece: Piece, size: tuple[int, int]) -> dict[str, object]:
    """One piece as the command line's contract has it: its box in pixels of the upright picture."""
    width, height = size
    box = piece.box
    corners = (box.left * width, box.top * height, box.right * width, box.bottom * height)
    product = piece.product
    return {
        "sku": None if product is None else product.sku,
        "box": [round(corner, 1) for corner in corners],
        "confidence": round(piece.confidence, 4),
        "time_s": None,
    }


def _show(console: Console, photo: Path, pieces: Sequence[tuple[Result | None, float]]) -> None:
    """How many of what, for a person; what was seen more often first."""
    console.line(
        console.format(message("cli", "{photo}: {count} pieces"), photo=photo.name, count=len(pieces))
    )
    titles = {product.sku: product.title for product, _confidence in pieces if product is not None}
    numbers = Counter("" if product is None else product.sku for product, _confidence in pieces)
    for sku, number in numbers.most_common():
        if sku:
            sure = [confidence for product, confidence in pieces if product and product.sku == sku]
            console.line(f"  {number} × {titles[sku]}  [{sku}]  {min(sure):.0%}")
    if numbers[""]:
        console.line("  " + console.format(message("cli", "{number} × not recognised"), number=numbers[""]))
