"""A product with what a label says of it."""

from dataclasses import replace
from typing import Any

from core.catalog.products.products import Product
from core.quantities.quantity import whole

_TEA = Product(
    id=1, sku="T-1", title="Green tea", description="", category="", brand="", barcode="", price_minor=490,
    currency="EUR", stock=whole(3), unit=None, location="A3-4", tags=(), archived=False, created="",
    updated="",
)  # fmt: skip


def priced(**changes: Any) -> Product:
    return replace(_TEA, **changes)
