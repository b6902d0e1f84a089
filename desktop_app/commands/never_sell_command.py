"""``snapshelf --shop DIR never-sell``: goods that the shop never sells, by pictures, words and sorts."""

import argparse
from pathlib import Path

from core.catalog.moderation.never_sell import (
    add_picture,
    add_word,
    choose_sort,
    never_sell_pictures,
    never_sell_words,
    remove_picture,
    remove_word,
    sold_sorts,
)
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.messages import message
from core.moderation.forbidden.adding import add_product
from core.moderation.forbidden.sorts import SORTS
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.named_product import named_product
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.program.user_name import user_name

_SORT_NAMES = [sort.name for sort in SORTS]


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``never-sell``."""
    texts = (
        ("--photo", "PHOTO", message("cli", "look for goods like those in these pictures")),
        ("--product", "SKU", message("cli", "look for goods like this product of the shop")),
        (
            "--word",
            "WORD",
            message("cli", "look for these words on photos, in titles, categories, brands and tags"),
        ),
        ("--remove", "NUMBER|WORD", message("cli", "look no more for the pictures or words listed so")),
    )
    for name, metavar, text in texts:
        parser.add_argument(name, nargs="+", default=[], metavar=metavar, help=console.format(text))
    for name, text in (
        ("--look-for", message("cli", "look for goods of this sort, which the program knows by itself")),
        ("--sold", message("cli", "this shop sells goods of this sort: do not tell of them")),
    ):
        parser.add_argument(name, nargs="+", default=[], choices=_SORT_NAMES, help=console.format(text))
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Add to the list, take from it, and show it; a picture that cannot be read is named."""
    asked = arguments
    lists = (asked.photo, asked.product, asked.word, asked.remove, asked.look_for, asked.sold)
    changes = any(lists)
    failed = False
    with open_named_shop(arguments, settings, write=changes) as shop:
        for photo in asked.photo:
            try:
                image = decode_file(Path(photo))
            except KnownError as error:
                console.note(message("cli", "{row}: {reason}"), row=photo, reason=error.sentence)
                failed = True
                continue
            add_picture(shop.catalog, image, Path(photo).stem, who=user_name())
        for sku in asked.product:
            add_product(shop, named_product(shop.catalog, sku), who=user_name())
        for word in asked.word:
            add_word(shop.catalog, word, who=user_name())
        for name in asked.remove:
            _remove(shop, name)
        for sort in asked.look_for:
            choose_sort(shop.catalog, sort, told=True)
        for sort in asked.sold:
            choose_sort(shop.catalog, sort, told=False)
        _show(console, shop)
    return int(failed)


def _remove(shop: Shop, name: str) -> None:
    if remove_word(shop.catalog, name):
        return
    if name.isdecimal() and any(one.id == int(name) for one in never_sell_pictures(shop.catalog)):
        remove_picture(shop.catalog, int(name))
        return
    raise KnownError(message("cli", "“{name}” is on the list neither as a word nor as a number."), name=name)


def _show(console: Console, shop: Shop) -> None:
    pictures, words = never_sell_pictures(shop.catalog), never_sell_words(shop.catalog)
    sold = sold_sorts(shop.catalog)
    console.document(
        {
            "pictures": [{"number": one.id, "name": one.name} for one in pictures],
            "words": words,
            "sorts": {sort: sort not in sold for sort in _SORT_NAMES},
        }
    )
    for one in pictures:
        console.line(console.format(message("cli", "Picture {number}: {name}"), number=one.id, name=one.name))
    for word in words:
        console.line(console.format(message("cli", "Word: {word}"), word=word))
    for sort in _SORT_NAMES:
        looked_for = message("cli", "{sort}: looked for")
        not_looked_for = message("cli", "{sort}: sold here, not told")
        console.line(console.format(not_looked_for if sort in sold else looked_for, sort=sort))
    console.line(console.format(message("cli", "“snapshelf moderate” looks for them.")))
