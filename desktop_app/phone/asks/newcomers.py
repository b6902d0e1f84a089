"""What the shop does not have becomes a product of the pictures that a phone searched with."""

from __future__ import annotations

from core.answer import AskedText, Seen
from core.catalog.currencies.shop_currency import currency_of_prices
from core.catalog.lists.listing import SortBy, facets
from core.catalog.money import parse_money
from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.catalog.written_quantities import read_measured
from core.errors import KnownError
from core.ingest.shop_edits import add_pictures, add_product
from core.messages import message
from core.newcomer.details import details_of
from core.newcomer.proposal import propose
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Ask, Caller, PhoneSearch, Reply
from desktop_app.phone.asks.facts import result_facts, told_facts
from desktop_app.phone.asks.products import as_new, asked_product
from desktop_app.phone.asks.searching import arrived

_LEAST_DIGITS = 8
"""Of a number that is proposed as a barcode: the shortest of trade goods has as many."""


def proposed(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """What is proposed for a new product, of a search's pictures or words if it came of one."""
    kept = _search(caller, ask)
    seen = kept.asked if kept is not None and isinstance(kept.asked, Seen) else None
    words = kept.asked.text if kept is not None and isinstance(kept.asked, AskedText) else ""
    proposal = propose(shop, seen)
    is_number = words.isdecimal() and len(words) >= _LEAST_DIGITS
    return Reply(
        {
            "sku": proposal.sku,
            "title": "" if is_number else words,
            "category": proposal.category,
            "barcode": words if is_number else proposal.barcode,
            "alike": result_facts(proposal.alike) if proposal.alike is not None else None,
            "is_known": proposal.is_known,
            "pictures": len(kept.pictures) if kept is not None else 0,
            "categories": [facet.value for facet in facets(shop.catalog, SortBy.CATEGORY)],
            "locations": [facet.value for facet in facets(shop.catalog, SortBy.LOCATION)],
            "currency": currency_of_prices(shop.catalog),
            "writable": shop.writable,
        }
    )


def label_words(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """A title from the words on the label in a search's pictures, which takes up to a second to read."""
    kept = _search(caller, ask)
    seen = kept.asked if kept is not None and isinstance(kept.asked, Seen) else None
    return Reply({"title": details_of(shop, seen).title if seen is not None else ""})


def add(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Make the product that was filled in; its key."""
    kept = _search(caller, ask)
    title = ask.text("title")
    if not title:
        raise KnownError(message("phone", "Give the product a name."))
    pictures = ask.parts or (kept.pictures if kept is not None else ())
    kind = PhotoKind.COUNTER if pictures and not ask.parts else PhotoKind.CATALOG
    added = add_product(shop, _draft(shop, ask, title), as_new(pictures), who=caller.who, kind=kind)
    if kept is not None:
        arrived(shop, kept, was_there=False)
    caller.tell(told_facts("added", title=title, step=added.edit.id))
    return Reply({"product": added.product_id}, changed=True)


def give(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """A search's pictures become photos of a product that the shop has."""
    kept = caller.search(ask.key("search"))
    product = asked_product(shop, ask)
    added = add_pictures(shop, product.id, as_new(kept.pictures), who=caller.who, kind=PhotoKind.COUNTER)
    arrived(shop, kept, was_there=True)
    if added.edit is None:
        caller.tell(told_facts("had photo", title=product.title))
    else:
        caller.tell(told_facts("photos added", title=product.title, step=added.edit.id))
    return Reply({"product": product.id}, changed=added.edit is not None)


def _draft(shop: Shop, ask: Ask, title: str) -> ProductDraft:
    price, stock = ask.text("price"), ask.text("stock")
    money = parse_money(price, currency_of_prices(shop.catalog)) if price else None
    amount, unit = read_measured(stock) if stock else (None, None)
    return ProductDraft(
        ask.text("sku"),
        title=title,
        category=ask.text("category"),
        location=ask.text("location"),
        barcode=ask.text("barcode"),
        price_minor=money[0] if money is not None else None,
        currency=money[1] if money is not None else None,
        stock=amount,
        unit=unit,
    )


def _search(caller: Caller, ask: Ask) -> PhoneSearch | None:
    return caller.search(ask.key("search")) if ask.values.get("search") else None
