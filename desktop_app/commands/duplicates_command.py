"""``snapshelf --shop DIR duplicates``: products that may be one, photos that are copies."""

import argparse
from collections.abc import Sequence

from core.catalog.products.different import say_different
from core.catalog.products.products import Product
from core.copies.best_photo import BestPhoto, best_photos, keep_best
from core.copies.duplicates import Duplicates, find_duplicates
from core.copies.merging import merge_products
from core.errors import KnownError
from core.messages import message
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.program.user_name import user_name


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``duplicates``."""
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--merge",
        nargs="+",
        metavar="SKU",
        help=console.format(message("cli", "make these one: the first stays, and gets what the others have")),
    )
    instead.add_argument(
        "--different",
        nargs="+",
        metavar="SKU",
        help=console.format(message("cli", "remember that no two of these are the same")),
    )
    instead.add_argument(
        "--keep-best",
        action="store_true",
        help=console.format(
            message("cli", "of photos that are copies let the best stand for the others, with every product")
        ),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """List what there is twice, or say of some products whether they are one."""
    skus: Sequence[str] = arguments.merge or arguments.different or ()
    changes = bool(skus) or arguments.keep_best
    with open_named_shop(arguments, settings, write=changes) as shop, console.progress() as progress:
        named = [named_product(shop.catalog, sku) for sku in skus]
        found = find_duplicates(shop, progress) if not arguments.different else None
        if arguments.merge:
            copies = [] if found is None else [[one.sha256 for one in same.photos] for same in found.photos]
            merge_products(shop, named[0].id, [one.id for one in named[1:]], who=user_name(), copies=copies)
            _show_merged(console, named)
        elif arguments.different:
            _say_different(console, shop, named)
        elif found is not None:
            best = best_photos(shop, [same.photos for same in found.photos], progress)
            if arguments.keep_best:
                _keep_best(console, shop, best)
            else:
                console.document(_as_json(shop, found, best))
                _show(console, shop, found, best)
    return 0


def _show_merged(console: Console, named: Sequence[Product]) -> None:
    kept, *others = named
    console.document({"kept": kept.sku, "merged": [other.sku for other in others]})
    merged = message("cli", "Merged into “{title}” [{sku}]: {others}. “snapshelf undo” takes it back.")
    others_named = ", ".join(other.sku for other in others)
    console.line(console.format(merged, title=kept.title, sku=kept.sku, others=others_named))


def _say_different(console: Console, shop: Shop, named: Sequence[Product]) -> None:
    if len({product.id for product in named}) < 2:
        raise KnownError(message("cli", "Name two products at least."))
    say_different(shop.catalog, [product.id for product in named], who=user_name())
    console.document({"different": [product.sku for product in named]})
    console.line(console.format(message("cli", "Remembered: these are not the same, and not shown again.")))


def _keep_best(console: Console, shop: Shop, best: Sequence[BestPhoto]) -> None:
    keep_best(shop, best, who=user_name())
    console.document(
        {
            "kept": [str(shop.files.path(group.best.sha256)) for group in best],
            "taken_off": [str(shop.files.path(photo.sha256)) for group in best for photo in group.others],
        }
    )
    kept = message("cli", "Photos that stand for their copies now: {count}. “snapshelf undo” takes it back.")
    none = message("cli", "No photo of this shop is a copy of another.")
    console.line(console.format(kept, count=len(best)) if best else console.format(none))


def _as_json(shop: Shop, found: Duplicates, best: Sequence[BestPhoto]) -> dict[str, object]:
    """As the command line's contract has it."""
    return {
        "products": [
            {
                "skus": [product.sku for product in same.products],
                "why": [str(sentence) for sentence in same.why],
                "score": same.score,
            }
            for same in found.products
        ],
        "photos": [
            {
                "photos": [str(shop.files.path(photo.sha256)) for photo in (group.best, *group.others)],
                "why": str(group.why),
                "score": same.score,
            }
            for same, group in zip(found.photos, best, strict=True)
        ],
    }


def _show(console: Console, shop: Shop, found: Duplicates, best: Sequence[BestPhoto]) -> None:
    for same in found.products:
        names = " = ".join(f"{product.title} [{product.sku}]" for product in same.products)
        why = " ".join(console.text(sentence) for sentence in same.why)
        console.line(f"{same.score:.0%}  {names}: {why}")
    for group in best:
        files = ", ".join(str(shop.files.path(photo.sha256)) for photo in (group.best, *group.others))
        told = console.format(message("cli", "Copies of one photo, the best first: {files}"), files=files)
        console.line(f"{told}. {console.text(group.why)}")
    counted = message("cli", "Products that may be one: {products}. Photos that are copies: {photos}.")
    console.line(console.format(counted, products=len(found.products), photos=len(found.photos)))
