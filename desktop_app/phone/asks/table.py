"""All that a phone may ask, by name: what stands here is what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.shop.shop import Shop
from desktop_app.phone.asks import counting, ending_count, newcomers, products, searching
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
    "put aside": ending_count.put_aside,
    "picture aside": ending_count.picture_aside,
    "decide": ending_count.decide,
    "wait again": ending_count.wait_again,
    "compare": ending_count.compare,
    "not counted": ending_count.not_counted,
    "zero": ending_count.zero,
    "unzero": ending_count.unzero,
    "throw away": ending_count.throw_count_away,
    "book count": ending_count.book_count,
    "bring back": ending_count.bring_back,
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
        "decide",
        "wait again",
        "zero",
        "unzero",
        "throw away",
        "book count",
        "bring back",
    }
)
"""What changes the shop: it waits its turn among the desk's own changes."""
