"""All that a phone may ask, by name: what stands here is what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.shop.shop import Shop
from desktop_app.phone.asks import counting, newcomers, products, searching
from desktop_app.phone.asks.ask import Ask, Caller, Reply

Answering = Callable[[Shop, Caller, Ask], Reply]
"""May raise KnownError, whose sentence the phone shows."""

ASKS: Mapping[str, Answering] = {
    "search": searching.search,
    "find": searching.find,
    "answered": searching.answered,
    "say": searching.say,
    "unsay": searching.unsay,
    "picture": searching.picture,
    "product": products.product,
    "photo": products.photo,
    "book": products.book,
    "undo": products.undo,
    "add photos": products.add_photos,
    "proposed": newcomers.proposed,
    "label words": newcomers.label_words,
    "add": newcomers.add,
    "give": newcomers.give,
    "count": counting.count,
    "begin count": counting.begin_count,
    "enter": counting.enter,
    "correct": counting.correct,
    "take back": counting.take_back,
}

CHANGING = frozenset(
    {
        "say",
        "unsay",
        "book",
        "undo",
        "add photos",
        "add",
        "give",
        "begin count",
        "enter",
        "correct",
        "take back",
    }
)
"""What changes the shop: it waits its turn among the desk's own changes."""
