"""A product as it is sold: of an answer, or opened by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.answer import Result
from core.quantities.sale_price import Sale
from core.quantities.units import Unit

if TYPE_CHECKING:
    from core.catalog.products.products import Product


@dataclass(frozen=True, slots=True)
class Ware:
    """What a sale needs to know of a product."""

    product_id: int
    title: str
    unit: Unit | None
    price_minor: int | None
    currency: str
    sale: Sale


def ware(product: Result | Product) -> Ware:
    """The product as it is sold."""
    key = product.product_id if isinstance(product, Result) else product.id
    return Ware(key, product.title, product.unit, product.price_minor, product.currency, product.sale)
