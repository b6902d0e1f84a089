"""How a count ends on a phone, by the rules of the desk: decided, compared, booked or thrown away."""

from __future__ import annotations

from core.catalog.currencies.shown import shown_amount
from core.catalog.products.products import product_by_id
from core.errors import KnownError
from core.messages import message
from core.shop.shop import Shop
from core.stocktake import booking
from core.stocktake.differences import Line, differences
from core.stocktake.doubts import Doubt, decide_not_ours, doubts
from core.stocktake.doubts import decide as decide_doubt
from core.stocktake.ledger import leave, set_to_zero
from core.stocktake.looking import candidates
from core.stocktake.stocktake import current, last_ended
from desktop_app.phone.asks.ask import Ask, Caller, Reply
from desktop_app.phone.asks.facts import Facts, amount_facts, candidate_facts, told_facts

_SHOWN = 12
"""Of what was put aside, the first; the next ones follow as these are decided."""
_LINES = 200


def put_aside(shop: Shop, caller: Caller, _ask: Ask) -> Reply:
    """What waits for a decision, and what each may be."""
    waiting = doubts(shop, current(shop))
    shown = [
        {
            "id": one.id,
            "candidates": [candidate_facts(found) for found in candidates(shop, list(one.candidates))],
        }
        for one in waiting[:_SHOWN]
    ]
    return Reply({"waiting": shown, "count": len(waiting), "event": caller.told(), "writable": shop.writable})


def picture_aside(shop: Shop, _caller: Caller, ask: Ask) -> Reply:
    """The picture of what waits; JPEG, made here when it was put aside."""
    return Reply(parts=(_waiting(shop, ask).picture,))


def decide(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """It is this product, which is counted; or, without one, nothing that the shop sells."""
    waiting = _waiting(shop, ask)
    if not ask.values.get("product"):
        decide_not_ours(shop, waiting.id)
        caller.tell(told_facts("not ours", doubt=waiting.id))
        return Reply(changed=True)
    product_id = ask.key("product")
    decide_doubt(shop, current(shop), waiting.id, product_id)
    product = product_by_id(shop.catalog, product_id)
    caller.tell(told_facts("decided", title=product.title if product is not None else ""))
    return Reply(changed=True)


def wait_again(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Take back that it is nothing that the shop sells."""
    current(shop)
    decide_not_ours(shop, ask.key("doubt"), not_ours=False)
    caller.tell(told_facts("unsaid"))
    return Reply(changed=True)


def compare(shop: Shop, caller: Caller, _ask: Ask) -> Reply:
    """The count against the books."""
    stocktake = current(shop)
    found = differences(shop, stocktake)
    return Reply(
        {
            "differing": [_line_facts(line) for line in found.differing[:_LINES]],
            "more": max(0, len(found.differing) - _LINES),
            "right": len(found.right),
            "not_counted": len(found.not_counted),
            "zeroed": sum(line.is_zeroed for line in found.differing),
            "value": [shown_amount(minor, currency) for currency, minor in found.value().items()],
            "doubts": len(doubts(shop, stocktake)),
            "event": caller.told(),
            "writable": shop.writable,
        }
    )


def not_counted(shop: Shop, _caller: Caller, _ask: Ask) -> Reply:
    """What nobody has seen, and whether it is none is the question."""
    lines = differences(shop, current(shop)).not_counted
    shown = [_line_facts(line) for line in lines[:_LINES]]
    return Reply({"lines": shown, "count": len(lines), "writable": shop.writable})


def zero(shop: Shop, caller: Caller, _ask: Ask) -> Reply:
    """There is none of what was not counted."""
    stocktake = current(shop)
    products = [line.product_id for line in differences(shop, stocktake).not_counted]
    set_to_zero(shop, stocktake, products)
    caller.tell(told_facts("zeroed", count=len(products)))
    return Reply(changed=True)


def unzero(shop: Shop, caller: Caller, _ask: Ask) -> Reply:
    """What was set to zero is not counted again."""
    stocktake = current(shop)
    leave(
        shop, stocktake, [one.product_id for one in differences(shop, stocktake).differing if one.is_zeroed]
    )
    caller.tell(told_facts("unsaid"))
    return Reply(changed=True)


def throw_count_away(shop: Shop, caller: Caller, _ask: Ask) -> Reply:
    """End the count and book nothing."""
    stocktake = current(shop)
    booking.throw_away(shop, stocktake)
    caller.tell(told_facts("thrown away", ended=stocktake.id))
    return Reply(changed=True)


def book_count(shop: Shop, caller: Caller, _ask: Ask) -> Reply:
    """Book every difference and end the count."""
    booked = booking.book(shop, current(shop), who=caller.who)
    caller.tell(told_facts("count booked", count=booked.products, ended=booked.stocktake.id))
    return Reply(changed=True)


def bring_back(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Take back how the count ended: it is under way again."""
    ended = last_ended(shop)
    if ended is None or ended.id != ask.key("ended"):
        raise KnownError(message("phone", "Another count has ended since. Look at the computer."))
    booking.bring_back(shop, ended, who=caller.who)
    caller.tell(told_facts("unsaid"))
    return Reply(changed=True)


def _waiting(shop: Shop, ask: Ask) -> Doubt:
    key = ask.key("doubt")
    found = next((one for one in doubts(shop, current(shop)) if one.id == key), None)
    if found is None:
        raise KnownError(message("core", "This was decided already: reload the list."))
    return found


def _line_facts(line: Line) -> Facts:
    return {
        "sku": line.sku,
        "title": line.title,
        "location": line.location,
        "expected": amount_facts(line.expected, line.unit),
        "counted": amount_facts(line.counted, line.unit),
        "difference": amount_facts(line.difference, line.unit),
    }
