"""Searches of a phone: by pictures, words or a number; and what the clerk says of the answer."""

from __future__ import annotations

import time
from dataclasses import replace

from core.answer import Answer, AskedText, Seen
from core.catalog.log.search_log import log_search
from core.errors import KnownError
from core.feedback import Said
from core.imaging.decode import decode_bytes
from core.imaging.query_looks import QUERY_SIDE
from core.messages import message
from core.search.answering import Refinement, answer
from core.search.joining import join_search
from core.search.kept import keep_feedback, undo_feedback
from core.search.see import see
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Ask, Caller, PhoneSearch, Reply, not_understood
from desktop_app.phone.asks.facts import Facts, answer_facts, told_facts

SHOWN = 12
"""Products of an answer on a phone: two or three screens of them."""
MOST_PICTURES = 5
"""Of one thing; more do not make it surer."""


def search(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Search with pictures of one thing, at the desk too if it is meant for it; the search's key."""
    if not 0 < len(ask.parts) <= MOST_PICTURES:
        raise KnownError(message("phone", "Take or choose a picture first, five at most."))
    found, seen = _answered(shop, ask.parts)
    kept = caller.keep(seen, ask.parts, found)
    at_desk = ask.parts if ask.values.get("at_desk") is True else ()
    return Reply({"search": kept.key}, at_desk=at_desk)


def find(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Search by words, a SKU or a barcode; the search's key."""
    text = ask.text("text")
    if not text:
        raise KnownError(message("phone", "Type a name, a number or a barcode first."))
    asked = AskedText(text)
    return Reply({"search": caller.keep(asked, (), answer(shop, asked, count=SHOWN)).key})


def answered(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """The answer to a search as it is now, with what was said of it."""
    kept = caller.search(ask.key("search"))
    found = kept.first
    if not kept.feedback.is_empty:
        found = answer(shop, kept.asked, Refinement(feedback=kept.feedback), count=SHOWN)
    elif kept.log_key is None and shop.writable:
        kept.log_key = _log(shop, caller, kept)
    return Reply({"answer": _facts(kept, found), "told": caller.told(), "writable": shop.writable})


def say(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """The clerk's word on an answer: a product is right or wrong, or the shop does not have it."""
    kept, said = caller.search(ask.key("search")), _said(ask.text("said"))
    product_id = None if said is Said.ABSENT else ask.key("product")
    first = kept.first.results[0].product_id if kept.first.results else None
    if said is Said.RIGHT and product_id != first:
        said = Said.INSTEAD
    feedback = kept.feedback.with_said(said, product_id)
    if feedback == kept.feedback:
        return Reply()
    key = _keep(shop, caller, kept, said, product_id) if shop.writable else None
    kept.before.append((kept.feedback, key))
    kept.feedback = feedback
    caller.tell(told_facts(said.value, title=_title(kept, product_id), search=kept.key))
    return Reply()


def unsay(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Take back the clerk's last word on an answer."""
    kept = caller.search(ask.key("search"))
    if kept.before:
        kept.feedback, key = kept.before.pop()
        if key is not None:
            undo_feedback(shop, key)
        caller.tell(told_facts("unsaid"))
    return Reply()


def picture(_shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """A picture that was searched with, as it came."""
    pictures, number = caller.search(ask.key("search")).pictures, ask.key("number")
    if number >= len(pictures):
        raise not_understood()
    return Reply(parts=(pictures[number],))


def arrived(shop: Shop, kept: PhoneSearch, *, was_there: bool) -> None:
    """A product got the search's pictures: what was said of it but that it is not this or that is past.

    Args:
        was_there: the shop had the product before; that it lacks it was so, else, when it was said.
    """
    for before, key in kept.before:
        said_absent = kept.feedback.absent and not before.absent
        if key is not None and (was_there or not said_absent):
            undo_feedback(shop, key)
    kept.before.clear()
    kept.feedback = replace(kept.feedback, right=None, absent=False)
    kept.first = answer(shop, kept.asked, count=SHOWN)


def _answered(shop: Shop, pictures: tuple[bytes, ...]) -> tuple[Answer, Seen]:
    start = time.perf_counter()
    name = "picture"
    images = [decode_bytes(data, name=name, max_side=QUERY_SIDE) for data in pictures]
    decode_ms = (time.perf_counter() - start) * 1000
    first, *others = see(shop, images).pictures
    seen = Seen((replace(first, decode_ms=decode_ms), *others))
    return answer(shop, seen, count=SHOWN), seen


def _facts(kept: PhoneSearch, found: Answer) -> Facts:
    return answer_facts(found, SHOWN) | {
        "search": kept.key,
        "text": kept.asked.text if isinstance(kept.asked, AskedText) else "",
        "pictures": len(kept.pictures),
        "right": kept.feedback.right,
        "wrong": len(kept.feedback.wrong),
        "is_absent": kept.feedback.absent,
        "can_unsay": bool(kept.before),
    }


def _said(text: str) -> Said:
    if text not in {Said.RIGHT, Said.WRONG, Said.ABSENT}:
        raise not_understood()
    return Said(text)


def _title(kept: PhoneSearch, product_id: int | None) -> str:
    return next((one.title for one in kept.first.results if one.product_id == product_id), "")


def _keep(shop: Shop, caller: Caller, kept: PhoneSearch, said: Said, product_id: int | None) -> int:
    if kept.log_key is None:
        kept.log_key = _log(shop, caller, kept)
    may_keep = caller.settings().keep_search_photos and said in (Said.RIGHT, Said.INSTEAD)
    images, vectors = [], None
    if may_keep and isinstance(kept.asked, Seen):
        images = [decode_bytes(data, name="picture", max_side=QUERY_SIDE) for data in kept.pictures]
        vectors = [one.vector for one in kept.asked.pictures]
    return keep_feedback(shop, kept.log_key, said, product_id, pictures=images, vectors=vectors)


def _log(shop: Shop, caller: Caller, kept: PhoneSearch) -> int:
    best = kept.first.results[0] if kept.first.results else None
    key = log_search(
        shop.catalog,
        origin="text" if isinstance(kept.asked, AskedText) else "camera",
        verdict=kept.first.verdict.value,
        top_product_id=best.product_id if best else None,
        top_confidence=best.confidence if best else None,
        milliseconds=kept.first.timings.total,
    )
    if isinstance(kept.asked, Seen) and caller.settings().learn_from_searches:
        join_search(shop, key, kept.asked)
    return key
