"""A count of the stock on a phone, by the rules of the desk (core/stocktake/entering.py)."""

from __future__ import annotations

from typing import Any

from core.catalog.lists.listing import SortBy, facets
from core.catalog.written_quantities import read_booking
from core.errors import KnownError
from core.imaging.decode import decode_bytes
from core.imaging.query_looks import QUERY_SIDE
from core.messages import message
from core.quantities.quantity import ONE, Quantity
from core.shop.shop import Shop
from core.stocktake.counted import CountedProduct, counted_products
from core.stocktake.entering import (
    correct_count,
    count_chosen,
    count_entry,
    count_picture,
    undo_count,
)
from core.stocktake.standing import Standing, standing_of
from core.stocktake.stocktake import begin, current
from desktop_app.phone.asks.ask import Ask, Caller, Reply, not_understood
from desktop_app.phone.asks.facts import Facts, amount_facts, candidate_facts, photo_of

_SHOWN = 20
"""Counted products that a phone lists, the latest first."""


def count(shop: Shop, caller: Caller, _ask: Ask) -> Reply:
    """How the count stands, and what the phone's last entry did to it."""
    last = caller.told()
    standing = standing_of(shop)
    is_under_way = standing.stocktake is not None
    choices: dict[str, Any] = {}
    if not is_under_way:
        choices = {
            "categories": [facet.value for facet in facets(shop.catalog, SortBy.CATEGORY)],
            "locations": [facet.value for facet in facets(shop.catalog, SortBy.LOCATION)],
        }
    tally = standing.tally
    return Reply(
        {
            "is_under_way": is_under_way,
            "category": standing.stocktake.category if standing.stocktake is not None else "",
            "location": standing.stocktake.location if standing.stocktake is not None else "",
            "products": tally.products if tally is not None else 0,
            "all_products": tally.all_products if tally is not None else 0,
            "doubts": tally.doubts if tally is not None else 0,
            "counted": [_counted_facts(one) for one in standing.counted[:_SHOWN]],
            "event": last,
            "writable": shop.writable,
            **choices,
        }
    )


def begin_count(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Begin a count of all, of a category, or of a part of the shelves."""
    begin(shop, category=ask.text("category"), location=ask.text("location"), who=caller.who)
    return Reply(changed=True)


def enter(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """One piece: from a picture, from what was typed or scanned, or a product that was chosen."""
    if ask.parts:
        standing = count_picture(shop, decode_bytes(ask.parts[0], name="picture", max_side=QUERY_SIDE))
    elif ask.text("text"):
        standing = count_entry(shop, ask.text("text"))
    elif "product" in ask.values:
        standing = count_chosen(shop, ask.key("product"), _step(ask))
    else:
        raise KnownError(message("phone", "Take a picture, or type a name, a number or a barcode."))
    caller.tell(_event(standing))
    return Reply(changed=True)


def correct(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """The latest count of a product was of so much, not of one."""
    product_id = ask.key("product")
    found = counted_products(shop, current(shop), product_id)
    unit = found[0].unit if found else None
    amount = read_booking(ask.text("amount"), unit, may_be_nothing=True)
    caller.tell(_event(correct_count(shop, product_id, amount)))
    return Reply(changed=True)


def take_back(shop: Shop, caller: Caller, _ask: Ask) -> Reply:
    """Undo the latest count, whoever counted it."""
    caller.tell(_event(undo_count(shop)))
    return Reply(changed=True)


def _step(ask: Ask) -> Quantity:
    step = ask.values.get("step", 1)
    if step not in (1, -1) or isinstance(step, bool):
        raise not_understood()
    return ONE if step == 1 else -ONE


def _event(standing: Standing) -> Facts:
    current_product = standing.current
    return {
        "kind": f"count {standing.event or 'nothing done'}",
        "text": standing.text,
        "has_more": standing.has_more,
        "aside": standing.doubt or 0,
        "product": _counted_facts(current_product) if current_product is not None else None,
        "amount": amount_facts(standing.quantity, current_product.unit if current_product else None),
        "candidates": [candidate_facts(one) for one in standing.candidates],
    }


def _counted_facts(one: CountedProduct) -> Facts:
    return {
        "id": one.product_id,
        "sku": one.sku,
        "title": one.title,
        "location": one.location,
        "photo": photo_of(one.thumbnail),
        "counted": amount_facts(one.counted, one.unit),
        "latest": amount_facts(one.latest_quantity, one.unit),
    }
