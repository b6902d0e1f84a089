"""``snapshelf --shop DIR trace FOLDER|PHOTO|PAGE|VIDEO…``: which of these are made of the shop's photos."""

import argparse
from pathlib import Path

from core.catalog.products.products import products_by_ids
from core.copies.known_photos import know_photos
from core.copies.sources import ToTrace, pictures_of
from core.copies.tracing import Copy, trace
from core.messages import message
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``trace``."""
    parser.add_argument("sources", nargs="+", type=Path, metavar="FOLDER|PHOTO|PAGE|VIDEO")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Look at each picture; one that cannot be read is named, and the others go on."""
    traced: list[dict[str, object]] = []
    failed = made = 0
    with open_named_shop(arguments, settings) as shop:
        with console.progress() as progress:
            known = know_photos(shop, progress)
        for given in pictures_of(arguments.sources):
            if given.image is None:
                console.note(message("cli", "{row}: {reason}"), row=given.name, reason=given.problem)
                failed = 1
                continue
            copies = trace(known, given.image)
            made += bool(copies)
            traced.append(_as_json(shop, given, copies))
            _show(console, shop, given, copies)
    console.document(traced)
    console.line(
        console.format(
            message("cli", "{made} of {count} pictures are made of photos of this shop."),
            made=made,
            count=len(traced),
        )
    )
    return failed


def _as_json(shop: Shop, given: ToTrace, copies: tuple[Copy, ...]) -> dict[str, object]:
    """One picture as the command line's contract has it."""
    return {
        "photo": given.name,
        "time_s": given.time_s,
        "copies": [
            {
                "sku": sku,
                "photo": str(shop.files.path(copy.photo.sha256)),
                "score": copy.score,
                "region": [list(corner) for corner in copy.outline],
                "edits": [str(edit) for edit in copy.edits],
            }
            for copy, (sku, _title) in zip(copies, _products(shop, copies), strict=True)
        ],
    }


def _show(console: Console, shop: Shop, given: ToTrace, copies: tuple[Copy, ...]) -> None:
    for copy, (sku, title) in zip(copies, _products(shop, copies), strict=True):
        place = "" if given.time_s is None else f" ({given.time_s:.1f} s)"
        facts = " · ".join(console.text(edit) for edit in copy.edits)
        console.line(
            f"{given.name}{place}: {title} [{sku}] {copy.score:.0%}" + (f" · {facts}" if facts else "")
        )


def _products(shop: Shop, copies: tuple[Copy, ...]) -> list[tuple[str, str]]:
    """SKU and title of the product of each copy."""
    found = {p.id: p for p in products_by_ids(shop.catalog, [copy.photo.product_id for copy in copies])}
    return [(found[copy.photo.product_id].sku, found[copy.photo.product_id].title) for copy in copies]
