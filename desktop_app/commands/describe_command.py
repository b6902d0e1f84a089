"""``snapshelf --shop DIR describe [SKU…]``: what the program sees on products' photos, in words."""

import argparse

from core.catalog.lists.filters import Filter, matching_product_ids
from core.catalog.photos.seen_words import seen_on_products
from core.catalog.photos.vocabulary import Term, vocabulary
from core.catalog.products.products import products_by_ids
from core.describe.describing import describe_photos
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.shop_argument import open_named_shop


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``describe``."""
    parser.add_argument(
        "skus", nargs="*", metavar="SKU", help=console.format(message("cli", "these products alone"))
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Describe the photos that were not described yet, all of them, then say what is seen on each product."""
    with open_named_shop(arguments, settings, write=True) as shop:
        named = [named_product(shop.catalog, sku).id for sku in arguments.skus]
        with console.progress() as progress:
            described = describe_photos(shop, progress, most=None)
        ids = named or matching_product_ids(shop.catalog, Filter()).tolist()
        seen = seen_on_products(shop.catalog, ids)
        products = products_by_ids(shop.catalog, ids)
    words = {
        key: [(vocabulary()[word], sureness) for word, sureness in own.items() if word in vocabulary()]
        for key, own in seen.items()
    }
    console.document(
        {
            "described": described,
            "products": [
                {"sku": product.sku, "words": [_as_json(*one) for one in words.get(product.id, [])]}
                for product in products
            ],
        }
    )
    language = "zh_CN" if console.is_chinese else "en"
    for product in products:
        said = [f"{term.name(language)} {sureness:.0%}" for term, sureness in words.get(product.id, [])]
        console.line(f"{product.sku}  {product.title}  [{' · '.join(said)}]")
    return 0


def _as_json(term: Term, sureness: float) -> dict[str, object]:
    return {"sort": term.sort.value, "en": term.english[0], "zh": term.chinese[0], "sureness": sureness}
