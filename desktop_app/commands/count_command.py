"""``snapshelf --shop DIR count PHOTO…``: every product in a picture of several, with its place."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from core.errors import KnownError
from core.imaging.decode import decode_with_size
from core.messages import message
from core.scene.counting import PICTURE_SIDE, Piece, count_pieces
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``count``."""
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Count on each picture; one that cannot be read is named, and the others go on."""
    counted: list[dict[str, object]] = []
    failed = 0
    with open_named_shop(arguments, settings) as shop:
        console.errors(shop.notices)
        for photo in arguments.photos:
            try:
                image, size = decode_with_size(photo, max_side=PICTURE_SIDE)
                with console.progress() as progress:
                    pieces = count_pieces(shop, image, progress)
            except KnownError as error:
                console.error(error.sentence)
                failed = 1
                continue
            counted.append({"photo": str(photo), "products": [_as_json(piece, size) for piece in pieces]})
            _show(console, photo, pieces)
    console.document(counted)
    return failed


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


def _show(console: Console, photo: Path, pieces: Sequence[Piece]) -> None:
    """How many of what, for a person; what was seen more often first."""
    console.line(
        console.format(message("cli", "{photo}: {count} pieces"), photo=photo.name, count=len(pieces))
    )
    titles = {piece.product.sku: piece.product.title for piece in pieces if piece.product is not None}
    numbers = Counter("" if piece.product is None else piece.product.sku for piece in pieces)
    for sku, number in numbers.most_common():
        if sku:
            sure = [piece.confidence for piece in pieces if piece.product and piece.product.sku == sku]
            console.line(f"  {number} × {titles[sku]}  [{sku}]  {min(sure):.0%}")
    if numbers[""]:
        console.line(
            "  "
            + console.format(
                message("cli", "{number} × not in this shop, as far as can be seen"), number=numbers[""]
            )
        )
