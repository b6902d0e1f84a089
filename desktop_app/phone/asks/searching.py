"""Searches of a phone: by pictures, words or a number; and what the clerk says of the answer."""

from __future__ import annotations

import io
import time
from dataclasses import replace

from core.answer import Answer, AskedText, Seen, Verdict
from core.catalog.log.search_log import log_search
from core.errors import KnownError
from core.feedback import Said
from core.imaging.decode import decode_bytes
from core.imaging.query_looks import QUERY_SIDE
from core.messages import message
from core.quantities.quantity import is_out
from core.search.answering import Refinement, answer
from core.search.joining import join_search
from core.search.kept import keep_feedback, undo_feedback
from core.search.see import see
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Ask, Caller, PhoneSearch, Reply, not_understood
from desktop_app.phone.asks.facts import Facts, answer_facts, instead_facts, told_facts
from desktop_app.phone.asks.products import asked_product

SHOWN = 12
"""Products of an answer on a phone: two or three screens of them."""
MOST_PICTURES = 5
"""Of one thing; more do not make it surer."""
_PREVIEW_SIDE = 480
_DESK_FIRST_S = 1.0
"""So long a phone waits at most while a search is under way, at the desk or of another phone."""


def search(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Search with pictures of one thing, at the desk too if it is meant for it; the search's key.

    With the key of an earlier search the pictures are further ones of the same thing.
    """
    before = caller.search(ask.key("more_of")) if ask.values.get("more_of") else None
    pictures = (*(before.pictures if before is not None else ()), *ask.parts)
    if not ask.parts or len(pictures) > MOST_PICTURES:
        raise KnownError(message("phone", "Take or choose a picture first, five at most."))
    shop.right_of_way.give_way(_DESK_FIRST_S)
    new = _see(shop, ask.parts)
    known = before.asked.pictures if before is not None and isinstance(before.asked, Seen) else ()
    seen = Seen((*known, *new.pictures))
    kept = caller.keep(seen, pictures, answer(shop, seen, count=SHOWN))
    at_desk = pictures if ask.values.get("at_desk") is True else ()
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
    first = found.results[0] if found.results else None
    is_sold_out = first is not None and found.verdict is Verdict.MATCH and is_out(first.stock)
    others = instead_facts(shop, first.product_id) if first is not None and is_sold_out else []
    facts = {"answer": _facts(kept, found), "instead": others}
    return Reply({**facts, "event": caller.told(), "writable": shop.writable})


def say(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """The clerk's word on an answer: a product is right or wrong, or the shop does not have it."""
    kept, said = caller.search(ask.key("search")), _said(ask.text("said"))
    product_id = None if said is Said.ABSENT else asked_product(shop, ask).id
    first = kept.first.results[0].product_id if kept.first.results else None
    if said is Said.RIGHT and product_id != first:
        said = Said.INSTEAD
    feedback = kept.feedback.with_said(said, product_id)
    if feedback == kept.feedback:
        return Reply()
    kept.before.append((kept.feedback, _keep(shop, caller, kept, said, product_id)))
    kept.feedback = feedback
    caller.tell(told_facts(said.value, title=_title(kept, product_id), search=kept.key))
    return Reply()


def unsay(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Take back the clerk's last word on an answer."""
    kept = caller.search(ask.key("search"))
    if kept.before:
        kept.feedback, key = kept.before.pop()
        undo_feedback(shop, key)
        caller.tell(told_facts("unsaid"))
    return Reply()


def picture(_shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """A picture that was searched with, small; made anew as JPEG, whatever came."""
    pictures, number = caller.search(ask.key("search")).pictures, ask.key("number")
    if number >= len(pictures):
        raise not_understood()
    data = io.BytesIO()
    decode_bytes(pictures[number], name="picture", max_side=_PREVIEW_SIDE).save(data, "JPEG", quality=80)
    return Reply(parts=(data.getvalue(),))


def arrived(shop: Shop, kept: PhoneSearch, *, was_there: bool) -> None:
    """A product got the search's pictures: what was said of it but that it is not this or that is past.

    Args:
        was_there: the shop had the product before; that it lacks it was so, else, when it was said.
    """
    for before, key in kept.before:
        said_absent = kept.feedback.absent and not before.absent
        if was_there or not said_absent:
            undo_feedback(shop, key)
    kept.before.clear()
    kept.feedback = replace(kept.feedback, right=None, absent=False)
    kept.first = answer(shop, kept.asked, count=SHOWN)


def _see(shop: Shop, pictures: tuple[bytes, ...]) -> Seen:
    start = time.perf_counter()
    images = [decode_bytes(data, name="picture", max_side=QUERY_SIDE) for data in pictures]
    decode_ms = (time.perf_counter() - start) * 1000
    first, *others = see(shop, images).pictures
    return Seen((replace(first, decode_ms=decode_ms), *others))


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
    heard = kept.first.heard if caller.settings().learn_from_searches else None
    return keep_feedback(shop, kept.log_key, said, product_id, pictures=images, vectors=vectors, heard=heard)


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
