"""Products and answers as plain facts that JSON can say; server/wording.py puts them into words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from core.answer import Answer, Result
from core.catalog.currencies.shown import shown_amount
from core.catalog.products.products import Product
from core.quantities.quantity import Quantity, is_out
from core.quantities.sale_price import Sale, price_on
from core.quantities.units import Unit
from core.recommend.instead import instead
from core.shop.shop import Shop
from core.stocktake.looking import Candidate
from desktop_app.phone.told import to_wire

Facts = dict[str, Any]

_INSTEAD = 3


def amount_facts(amount: Quantity | None, unit: Unit | None) -> Facts | None:
    """How much of something; None where nobody knows."""
    if amount is None:
        return None
    return {"amount": str(amount), "unit": unit.value if unit is not None else "", "is_out": is_out(amount)}


def price_facts(minor: int | None, currency: str, sale: Sale) -> Facts:
    """What a product costs today, and its regular price while a sale is on; "" for no price."""
    now = price_on(date.today(), minor, sale)
    regular = minor if now != minor else None
    return {
        "now": "" if now is None else shown_amount(now, currency),
        "regular": "" if regular is None else shown_amount(regular, currency),
    }


def result_facts(result: Result) -> Facts:
    """A product of an answer."""
    return {
        "id": result.product_id,
        "sku": result.sku,
        "title": result.title,
        "category": result.category,
        "location": result.location,
        "confidence": result.confidence,
        "price": price_facts(result.price_minor, result.currency, result.sale),
        "stock": amount_facts(result.stock, result.unit),
        "photo": photo_of(result.photo),
        "why": [to_wire(sentence) for sentence in result.why],
    }


def product_facts(product: Product) -> Facts:
    """A product by itself."""
    return {
        "id": product.id,
        "sku": product.sku,
        "title": product.title,
        "category": product.category,
        "brand": product.brand,
        "barcode": product.barcode,
        "location": product.location,
        "archived": product.archived,
        "price": price_facts(product.price_minor, product.currency, product.sale),
        "stock": amount_facts(product.stock, product.unit),
        "unit": product.unit.value if product.unit is not None else "",
    }


def instead_facts(shop: Shop, product_id: int) -> list[Facts]:
    """What can stand in for a product of which none is left, and why."""
    found = instead(shop, product_id, count=_INSTEAD)
    return [result_facts(one.result) | {"why": [to_wire(one.why)]} for one in found]


def answer_facts(answer: Answer, most: int) -> Facts:
    """What an answer claims, and its first products."""
    return {
        "verdict": answer.verdict.value,
        "is_certain": answer.is_certain,
        "is_among_the_first": answer.is_among_the_first,
        "barcode": answer.barcode,
        "meant": answer.meant,
        "count": len(answer.results),
        "milliseconds": answer.timings.total,
        "results": [result_facts(result) for result in answer.results[:most]],
    }


def candidate_facts(one: Candidate) -> Facts:
    """What a clerk must see of a product to choose it."""
    return {
        "id": one.product_id,
        "sku": one.sku,
        "title": one.title,
        "location": one.location,
        "photo": photo_of(one.thumbnail),
    }


def photo_of(file: str) -> str:
    """The name by which a phone asks for a photo of the shop: the hash that its file has; "" for none."""
    return Path(file).stem if file else ""


def told_facts(kind: str, **values: Any) -> Mapping[str, Any]:
    """What was done; server/wording.py has the words for each kind."""
    return {"kind": kind, **values}
