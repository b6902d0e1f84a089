"""The shop's lists as the dialog shows and edits them: plain data, and changes with what takes them back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.catalog.moderation.never_sell import (
    NeverSellPicture,
    add_picture,
    add_word,
    choose_sort,
    never_sell_pictures,
    never_sell_words,
    put_picture,
    remove_picture,
    remove_word,
    sold_sorts,
)
from core.catalog.moderation.thresholds import choose_threshold, locked_thresholds, thresholds
from core.finding import FindingKind
from core.imaging.decode import decode_file
from core.moderation.writing.word_lists import add_words, leave_out_words, shop_words
from core.shop.shop import Shop
from desktop_app.program.user_name import user_name

NEVER_SOLD = "never sold"
"""The list of words that name goods; the others are called by their language."""

Work = Callable[[Shop], object]


@dataclass(frozen=True, slots=True)
class ShopLists:
    """All of them.

    Attributes:
        words: by list, as :data:`NEVER_SOLD` or a language.
        sold: sorts of goods that are not told.
        least: of each kind the least score that is told; None where nothing is.
        locked: kinds whose threshold this computer's policy holds.
    """

    pictures: tuple[NeverSellPicture, ...]
    words: dict[str, tuple[str, ...]]
    sold: frozenset[str]
    least: dict[FindingKind, float | None]
    locked: frozenset[FindingKind]
    writable: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Work that changes a list, and work that takes it back; both for jobs."""

    do: Work
    take_back: Work


def read_lists(shop: Shop) -> ShopLists:
    """As they are now."""
    catalog = shop.catalog
    words: dict[str, list[str]] = {NEVER_SOLD: never_sell_words(catalog), "zh": [], "en": []}
    for one in shop_words(catalog):
        words[one.language].append(one.word)
    return ShopLists(
        tuple(never_sell_pictures(catalog)),
        {name: tuple(own) for name, own in words.items()},
        sold_sorts(catalog),
        thresholds(catalog),
        locked_thresholds(),
        shop.writable,
    )


def pictures_added(paths: Sequence[Path]) -> Change:
    """Pictures of goods that are never sold; all of them, or none if one cannot be read."""
    added: list[NeverSellPicture] = []

    def do(shop: Shop) -> None:
        images = [(decode_file(path), path.stem) for path in paths]
        before = {one.id for one in never_sell_pictures(shop.catalog)}
        with shop.catalog.transaction():
            kept = [add_picture(shop.catalog, image, name, who=user_name()) for image, name in images]
        added.extend(one for one in kept if one.id not in before)

    def take_back(shop: Shop) -> None:
        for one in added:
            remove_picture(shop.catalog, one.id)

    return Change(do, take_back)


def pictures_removed(pictures: Sequence[NeverSellPicture]) -> Change:
    """These are looked for no more."""

    def do(shop: Shop) -> None:
        with shop.catalog.transaction():
            for one in pictures:
                remove_picture(shop.catalog, one.id)

    def take_back(shop: Shop) -> None:
        with shop.catalog.transaction():
            for one in pictures:
                put_picture(shop.catalog, one.jpeg, one.name, who=user_name())

    return Change(do, take_back)


def word_added(name: str, word: str) -> Change:
    """A word on the list called ``name``."""
    if name == NEVER_SOLD:
        return Change(
            lambda shop: add_word(shop.catalog, word, who=user_name()),
            lambda shop: remove_word(shop.catalog, word),
        )
    return Change(
        lambda shop: add_words(shop.catalog, name, [word]),
        lambda shop: leave_out_words(shop.catalog, name, [word]),
    )


def word_removed(name: str, word: str) -> Change:
    """A word off the list."""
    added = word_added(name, word)
    return Change(added.take_back, added.do)


def sort_chosen(sort: str, *, told: bool) -> Change:
    """Whether goods of a sort are told."""
    return Change(
        lambda shop: choose_sort(shop.catalog, sort, told=told),
        lambda shop: choose_sort(shop.catalog, sort, told=not told),
    )


def threshold_chosen(kind: FindingKind, least: float | None, before: float | None) -> Change:
    """From which score on a kind is told."""
    return Change(
        lambda shop: choose_threshold(shop.catalog, kind, least),
        lambda shop: choose_threshold(shop.catalog, kind, before),
    )
